import { describe, expect, inject, it } from 'vitest';
import { useBrowser } from '../support/browser.ts';

const noTest = (_name: string, _test: () => Promise<void>) => undefined;

for (const webgpu of [true, false]) {
  describe.skipIf(!inject('browser'))(`the page ${webgpu ? 'with' : 'without'} WebGPU`, () => {
    const browser = useBrowser({ webgpu, views: 'all' });

    it('starts by itself, converges, stops and says so', async () => {
      const page = await browser.open();
      await page.locator('#status').getByText('converged at step 6, 6 clusters').waitFor();
      await page.getByRole('button', { name: 'Play' }).waitFor();
      const chip = await page.locator('#chip').textContent();
      expect(chip).toMatch(webgpu ? /^WebGPU · / : /^CPU · WebGPU/);
    });

    // Without WebGPU there is no buffer to share.
    (webgpu ? it : noTest)(
      'draws from the buffers that the kernels write, and uploads no points',
      async () => {
        const page = await browser.open({ hash: '#v=1&step=0' });
        const uploads = await page.evaluate(async () => {
          const { session } = window.meanfield!;
          const { device } = session.compute.gpu!;
          const renderer = session.stage.renderer as unknown as { gpu: { device: GPUDevice } };
          if (renderer.gpu.device !== device) throw new Error('pixi draws on another device');
          const sizes: number[] = [];
          const write = device.queue.writeBuffer.bind(device.queue);
          device.queue.writeBuffer = ((...given: Parameters<typeof write>) => {
            sizes.push(Number(given[4] ?? given[2].byteLength));
            return write(...given);
          }) as typeof write;
          session.player.play();
          while (!session.world.atRest) await new Promise(requestAnimationFrame);
          return sizes;
        });
        // 1,500 points of two coordinates are 12,000 bytes; what is left are pixi's uniforms.
        expect(Math.max(0, ...uploads)).toBeLessThan(6000);
      },
    );
  });
}
