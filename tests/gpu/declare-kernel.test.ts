import { describe, expect, it } from 'vitest';
import { declareKernel } from '../../src/gpu/declare-kernel.ts';
import type { KernelDeclaration } from '../../src/gpu/kernel.ts';
import { describeEachBackend } from '../support/each-backend.ts';

/** result[i] = source[i] * whole + sign * factor + tile * each, for i from first on, by way of all a body may have. */
const declaration: KernelDeclaration = {
  name: 'everything',
  workgroupSize: [4, 2, 1],
  uniforms: {
    first: { type: 'u32', comment: 'Where the work begins.' },
    factor: { type: 'f32' },
    sign: { type: 'i32' },
    whole: { type: 'u32' },
    width: { type: 'u32' },
  },
  bindings: {
    source: { access: 'read', element: 'i32', comment: 'Whole numbers\nof either sign.' },
    result: { access: 'read_write', element: 'real' },
  },
  constants: { tile: { value: 8, comment: 'How many values a workgroup shares.' } },
  sizes: { each: { value: 3 } },
  shared: { values: { length: 'tile * each' } },
  library: 'fn twice(x: f32) -> f32 {\n  return 2.0 * x;\n}\n',
  body: `// What it does,
// in two lines.

fn main(@builtin(global_invocation_id) id: vec3u, @builtin(local_invocation_index) local: u32) {
  let i = uniforms.first + id.y * uniforms.width + id.x;
  var registers: array<f32, each>;
  for (var part = 0u; part < each; part++) {
    registers[part] = f32(tile);
  }
  values[local] = twice(registers[0] + registers[1] + registers[2]) / 2.0;
  let whole = f32(source[i]) * f32(uniforms.whole);
  result[i] = whole + f32(uniforms.sign) * uniforms.factor + values[local];
}
`,
  cpu({ first, last, grid, uniforms, constants, buffers }) {
    for (let at = first; at < last; at++) {
      const i = uniforms.first + Math.floor(at / grid[0]) * uniforms.width + (at % grid[0]);
      buffers.result[i] =
        buffers.source[i] * uniforms.whole +
        uniforms.sign * uniforms.factor +
        constants.tile * constants.each;
    }
  },
};

describe('the WGSL of a kernel', () => {
  const { wgsl } = declareKernel(declaration);

  it('opens with what the kernel does, says what it is given, and ends with its body', () => {
    const order = [
      '// What it does,\n// in two lines.\n\nstruct Uniforms {\n  // Where the work begins.\n  first: u32,',
      '  sign: i32,',
      '@group(0) @binding(0) var<uniform> uniforms: Uniforms;',
      '// Whole numbers\n// of either sign.\n@group(0) @binding(1) var<storage, read> source: array<i32>;',
      '@group(0) @binding(2) var<storage, read_write> result: array<f32>;',
      '// How many values a workgroup shares.\noverride tile: u32 = 8;',
      'const each: u32 = 3;',
      'var<workgroup> values: array<f32, tile * each>;',
      'fn twice(x: f32) -> f32 {',
      '@compute @workgroup_size(4, 2)\nfn main(',
    ].map((part) => wgsl.indexOf(part));
    expect(order[0]).toBe(0);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    const code = declaration.body.slice(declaration.body.indexOf('fn main'));
    expect(wgsl.endsWith(code)).toBe(true);
  });

  it('has nothing but what is declared, with an empty line between two parts', () => {
    const bare = { uniforms: {}, bindings: {}, cpu: () => undefined };
    const body = '\n// A comment.\n\nfn main() {\n  // Another.\n}\n';
    const sized = (...workgroupSize: readonly [number, number, number]) =>
      declareKernel({ ...bare, name: 'bare', body, workgroupSize }).wgsl;
    const main = 'fn main() {\n  // Another.\n}\n';
    expect(sized(8, 1, 1)).toBe(`// A comment.\n\n@compute @workgroup_size(8)\n${main}`);
    expect(sized(8, 2, 1)).toBe(`// A comment.\n\n@compute @workgroup_size(8, 2)\n${main}`);
    expect(sized(8, 1, 3)).toBe(`// A comment.\n\n@compute @workgroup_size(8, 1, 3)\n${main}`);
    const plain = { ...bare, name: 'plain', workgroupSize: [1, 1, 1], body: main } as const;
    expect(declareKernel(plain).wgsl).toBe(`@compute @workgroup_size(1)\n${main}`);
    const uniforms = { count: { type: 'u32', comment: 'How many.\nOr none.' } } as const;
    const [declared] = declareKernel({ ...plain, uniforms }).wgsl.split('\n\n');
    expect(declared).toBe('struct Uniforms {\n  // How many.\n  // Or none.\n  count: u32,\n}');
  });

  it('names each part once: nothing of the header is left to the body', () => {
    for (const part of ['struct ', '@binding(0)', 'override ', '@workgroup_size', 'fn main']) {
      expect(wgsl.split(part)).toHaveLength(2);
    }
  });
});

describeEachBackend('a declared kernel', (backend) => {
  const fields = Object.entries(declaration.uniforms);
  // Any order of the fields, and any constant, is what the WGSL and the uniforms' buffer both follow.
  for (let turn = 0; turn < fields.length; turn++) {
    it(`is given what is declared, in whatever order: ${turn}`, async () => {
      const compute = backend();
      const uniforms = Object.fromEntries([...fields.slice(turn), ...fields.slice(0, turn)]);
      const kernel = declareKernel({ ...declaration, uniforms });
      const constants = turn === 0 ? {} : { tile: 8 + turn };
      await compute.compile(kernel, constants);
      const source = compute.createBuffer('source', 'i32', 32);
      const result = compute.createBuffer('result', 'real', 32);
      const into = compute.createElements('real', 32);
      compute.upload(
        source,
        Int32Array.from({ length: 32 }, (_, i) => 5 - i),
      );
      const recording = compute.record([
        {
          kind: 'dispatch',
          kernel,
          constants,
          uniforms: { first: 8, factor: 0.25, sign: -3, whole: 7, width: 8 },
          buffers: { source, result },
          grid: [8, 2],
          work: 16,
        },
        { kind: 'read', from: result, into },
      ]);
      await compute.run([recording]);
      expect(Array.from(into)).toEqual(
        Array.from({ length: 32 }, (_, i) =>
          i < 8 || i >= 24 ? 0 : (5 - i) * 7 - 0.75 + (8 + turn) * 3,
        ),
      );
      recording.dispose();
    });
  }

  it('refuses a constant that it does not have', () => {
    const command = {
      kind: 'dispatch',
      kernel: declareKernel(declaration),
      constants: { tiles: 4 },
      uniforms: { first: 0, factor: 0, sign: 0, whole: 0, width: 8 },
      buffers: {},
      grid: [8],
      work: 8,
    } as const;
    expect(() => backend().record([command])).toThrow(
      'kernel “everything” has no constant “tiles”',
    );
  });
});
