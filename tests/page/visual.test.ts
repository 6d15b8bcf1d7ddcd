import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { describe, expect, inject, it } from 'vitest';
import { useBrowser } from '../support/browser.ts';

const folder = fileURLToPath(new URL('./images/', import.meta.url));
/** Fonts and drivers differ a little from machine to machine. */
const mostDifferent = 0.02;
const stageOnly = 'hide=header,lesson,code,panel,charts,transport';

/** Compares with the committed picture; MEANFIELD_UPDATE_IMAGES=1 writes it anew instead. */
function expectPicture(name: string, screenshot: Buffer): void {
  const path = `${folder}${name}.png`;
  if (process.env.MEANFIELD_UPDATE_IMAGES) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path, screenshot);
    return;
  }
  expect(existsSync(path), `${path} is missing`).toBe(true);
  const [actual, expected] = [PNG.sync.read(screenshot), PNG.sync.read(readFileSync(path))];
  expect([actual.width, actual.height]).toEqual([expected.width, expected.height]);
  const different = pixelmatch(actual.data, expected.data, undefined, actual.width, actual.height, {
    threshold: 0.2,
  });
  const part = different / (actual.width * actual.height);
  if (part > mostDifferent) writeFileSync(path.replace('.png', '.actual.png'), screenshot);
  expect(part).toBeLessThan(mostDifferent);
}

for (const webgpu of [true, false]) {
  describe.skipIf(!inject('browser'))(`the picture ${webgpu ? 'with' : 'without'} WebGPU`, () => {
    const browser = useBrowser({ webgpu });

    for (const [name, state, options] of [
      ['beginning', 'step=0', {}],
      ['second-step-dark', 'step=2&traces=both', { colorScheme: 'dark' as const }],
      ['picked-phone', 'step=0&picked=166', { viewport: { width: 360, height: 740 } }],
    ] as const) {
      it(`is as it should be: ${name}`, async () => {
        const hash = `#v=1&${state}&${stageOnly}`;
        const page = await browser.open({ hash, reducedMotion: 'reduce', ...options });
        await page.evaluate(async () => {
          await window.meanfield!.session.settled();
          // Two frames: one that draws, one that has shown it.
          for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
        });
        expectPicture(`${name}-${webgpu ? 'webgpu' : 'webgl'}`, await page.screenshot());
      });
    }
  });
}
