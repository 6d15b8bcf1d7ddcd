import { Container, type Renderer } from 'pixi.js';
import { type Camera, createCamera } from './camera.ts';
import { createRenderer } from './create-renderer.ts';
import { destroyTree } from './destroy-tree.ts';
import { createGrid } from './grid.ts';
import { onFontsLoaded } from './on-fonts-loaded.ts';

/** Where scenes are drawn: pixi's renderer, a camera, and a container in world units. */
export interface Stage {
  readonly renderer: Renderer;
  readonly camera: Camera;
  /** Children are placed in world units, y up; the camera moves it. */
  readonly root: Container;
  /**
   * The picture of now, on no ground: the grid, and what pixi draws. On the screen nothing changes.
   *
   * @param ratio pixels a CSS pixel, along each side; fewer where the picture would be too large
   * @throws Error if the browser has no 2D canvas
   */
  picture(ratio: number): HTMLCanvasElement;
  /** Whether the world's coordinates are drawn behind the picture; they are, at first. */
  showGrid(isShown: boolean): void;
  /**
   * Another number whenever what is on the screen no longer shows the stage, though nothing on it has
   * changed: the camera moved, the canvas has another size, WebGL came back.
   */
  readonly looks: number;
  render(): void;
  dispose(): void;
}

/** Zooming the page changes it. */
const screenRatio = () => window.devicePixelRatio || 1;

/** Every WebGPU device and nearly every WebGL one draws on as many pixels along a side. */
const mostPixels = 8192;

/**
 * @param host the element that the stage fills
 * @param gpu what the kernels compute on, for pixi to share; null draws with WebGL
 */
export async function createStage(
  host: HTMLElement,
  gpu: { readonly device: GPUDevice; readonly adapter: GPUAdapter } | null,
): Promise<Stage> {
  const camera = createCamera(host);
  const grid = createGrid(host, camera);
  const canvas = document.createElement('canvas');
  host.append(canvas);
  const renderer = await createRenderer(canvas, gpu);
  const scene = new Container();
  const root = scene.addChild(new Container());
  let looks = 0;
  const looksNew = () => {
    looks += 1;
  };
  canvas.addEventListener('webglcontextrestored', looksNew);
  // The grid's numbers; a stage at rest draws nothing by itself.
  const forgetFonts = onFontsLoaded(looksNew);
  camera.onMove(() => {
    looksNew();
    const origin = camera.toScreen(0, 0);
    root.position.set(origin.x, origin.y);
    root.scale.set(camera.scale, -camera.scale);
  });
  const resize = (resolution: number) =>
    renderer.resize(Math.max(1, host.clientWidth), Math.max(1, host.clientHeight), resolution);
  const fillHost = () => {
    // It also empties the canvas.
    resize(screenRatio());
    looksNew();
  };
  const observer = new ResizeObserver(fillHost);
  observer.observe(host);
  fillHost();
  function render(ratio: number): void {
    grid.draw(ratio);
    renderer.render({ container: scene, clear: true });
  }

  return {
    renderer,
    camera,
    root,
    picture(wanted) {
      const { width, height } = camera;
      const ratio = Math.min(wanted, mostPixels / Math.max(width, height));
      const picture = document.createElement('canvas');
      picture.width = Math.max(1, Math.round(width * ratio));
      picture.height = Math.max(1, Math.round(height * ratio));
      const pen = picture.getContext('2d');
      if (!pen) throw new Error('this browser draws no pictures to save');
      // In one task with the drawing: afterwards the browser takes a canvas' content away, and what is
      // seen is what was drawn last.
      resize(ratio);
      render(ratio);
      for (const layer of [grid.canvas, canvas]) {
        if (!layer.hidden) pen.drawImage(layer, 0, 0, picture.width, picture.height);
      }
      resize(screenRatio());
      render(screenRatio());
      return picture;
    },
    get looks() {
      return looks;
    },
    showGrid(isShown) {
      grid.canvas.hidden = !isShown;
    },
    render: () => render(screenRatio()),
    dispose() {
      forgetFonts();
      observer.disconnect();
      camera.dispose();
      grid.dispose();
      destroyTree(scene);
      // One stage is open at a time: what pixi keeps for the next one, it keeps with this one's device.
      renderer.destroy({ removeView: true, releaseGlobalResources: true });
    },
  };
}
