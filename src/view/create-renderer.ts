// pixi registers what draws a kind of object by side effect, and bundlers drop what nobody names.
import 'pixi.js/graphics';
import 'pixi.js/mesh';
import 'pixi.js/particle-container';
// Replaces the code that pixi would write and evaluate, which the page's policy forbids.
import 'pixi.js/unsafe-eval';
import { autoDetectRenderer, type Renderer } from 'pixi.js';

/**
 * pixi's renderer on this canvas: on the device that the kernels compute on where there is one, so
 * that it draws from their buffers; with WebGL otherwise. The list form keeps pixi from falling
 * back to the other without a word.
 */
export async function createRenderer(
  canvas: HTMLCanvasElement,
  gpu: { readonly device: GPUDevice; readonly adapter: GPUAdapter } | null,
): Promise<Renderer> {
  return autoDetectRenderer({
    canvas,
    preference: gpu ? ['webgpu'] : ['webgl'],
    ...(gpu ? { webgpu: { gpu } } : {}),
    backgroundAlpha: 0,
    antialias: true,
    autoDensity: true,
    resolution: window.devicePixelRatio || 1,
  });
}
