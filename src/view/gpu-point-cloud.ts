import type { Renderer } from 'pixi.js';
import { Buffer, BufferUsage, Geometry, GpuProgram, Mesh, Shader, UniformGroup } from 'pixi.js';
import { adoptGpuBuffer } from './adopt-gpu-buffer.ts';
import type { PointCloud } from './point-cloud.ts';
import wgsl from './point-cloud.wgsl?raw';

/**
 * Draws points from the buffers that the kernels write; nothing is uploaded but colours, when they
 * change.
 *
 * @param positions all x coordinates, then all y coordinates, in world units
 * @param previous the positions before the step, likewise
 */
export function createGpuPointCloud(
  renderer: Renderer,
  count: number,
  positions: GPUBuffer,
  previous: GPUBuffer,
): PointCloud {
  const colours = new Buffer({
    data: new Uint32Array(count),
    usage: BufferUsage.STORAGE | BufferUsage.COPY_DST,
    label: 'point colours',
  });
  colours.autoGarbageCollect = false;
  const cloud = new UniformGroup({
    uRadius: { value: 1, type: 'f32' },
    uProgress: { value: 1, type: 'f32' },
    uArrived: { value: 1, type: 'f32' },
  });
  const adopted = [positions, previous].map((buffer) => adoptGpuBuffer(renderer, buffer));
  const shader = new Shader({
    gpuProgram: GpuProgram.from({
      vertex: { source: wgsl, entryPoint: 'corner' },
      fragment: { source: wgsl, entryPoint: 'disc' },
    }),
    // Where they come from nowhere, any places do: they count for nothing.
    resources: {
      ...{ cloud, positions: adopted[0], previous: adopted[1], colours },
      origins: adopted[1],
    },
  });
  const geometry = new Geometry({
    indexBuffer: quadIndices(count),
    // One value for the one instance. Without any attribute pixi 8.22 mixes up pipelines: the empty
    // list of names gets one id as a geometry and as a program, and with it another's layout.
    attributes: {
      aOne: { buffer: new Float32Array([1]), format: 'float32', instance: true },
    },
  });
  const mesh = new Mesh({ geometry, shader });
  let origins: Buffer | null = null;

  function comeFrom(places: Float32Array | null): void {
    const former = origins;
    origins = places && originsOf(places);
    shader.resources.origins = origins ?? adopted[1];
    former?.destroy();
  }

  return {
    container: mesh,
    colour(values) {
      const packed = colours.data as Uint32Array;
      for (let row = 0; row < count; row++) packed[row] = opaque(values[row]);
      colours.update();
    },
    comeFrom,
    draw(progress, radius, arrived = 1) {
      cloud.uniforms.uProgress = progress;
      cloud.uniforms.uArrived = arrived;
      cloud.uniforms.uRadius = radius;
    },
    dispose() {
      origins?.destroy();
      mesh.destroy();
      geometry.destroy(true);
      shader.destroy();
      // pixi made it, and leaves it to us.
      cloud.buffer?.destroy();
      colours.destroy();
    },
  };
}

function originsOf(places: Float32Array): Buffer {
  const usage = BufferUsage.STORAGE | BufferUsage.COPY_DST;
  return new Buffer({ data: places, usage, label: 'where points come from' });
}

/** 0xRRGGBB as `unpack4x8unorm` reads it, red in the lowest byte. */
const opaque = (rgb: number) =>
  (0xff000000 | ((rgb & 0xff) << 16) | (rgb & 0xff00) | ((rgb >> 16) & 0xff)) >>> 0;

/** Two triangles a point, over its corners 4·point … 4·point + 3. */
function quadIndices(count: number): Uint32Array {
  const indices = new Uint32Array(6 * count);
  for (let point = 0; point < count; point++) {
    const first = 4 * point;
    indices.set([first, first + 1, first + 2, first + 2, first + 1, first + 3], 6 * point);
  }
  return indices;
}
