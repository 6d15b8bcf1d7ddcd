import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { describe, expect, inject, it } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import { partDifferent } from '../support/part-different.ts';

const folder = fileURLToPath(new URL('./images/', import.meta.url));
/** Drivers differ a little from machine to machine; fonts do not. */
const mostDifferent = 0.003;
const stageOnly = 'hide=header,lesson,code,panel,charts,transport';

const still = { reducedMotion: 'reduce' } as const;

const drawn = (page: Page) =>
  page.evaluate(async () => {
    await window.meanfield!.session.settled();
    // Two frames: one that draws, one that has shown it.
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
  });

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
  const part = partDifferent(actual, expected);
  if (part > mostDifferent) writeFileSync(path.replace('.png', '.actual.png'), screenshot);
  expect(part).toBeLessThan(mostDifferent);
}

/** The picture with its ground where half of it was. */
function wipeHalf(picture: PNG, isWiped: (x: number, y: number) => boolean): PNG {
  const wiped = PNG.sync.read(PNG.sync.write(picture));
  const ground = groundOf(picture);
  for (let y = 0; y < picture.height; y++) {
    for (let x = 0; x < picture.width; x++) {
      if (isWiped(x, y)) wiped.data.writeUInt32LE(ground, 4 * (y * picture.width + x));
    }
  }
  return wiped;
}

/** The colour of the most pixels. */
function groundOf({ data }: PNG): number {
  const counts = new Map<number, number>();
  for (let at = 0; at < data.length; at += 4) {
    const colour = data.readUInt32LE(at);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  return [...counts].reduce((most, one) => (one[1] > most[1] ? one : most))[0];
}

it.each(readdirSync(folder).filter((file) => !file.includes('.actual.')))(
  'a picture of which half is wiped is noticed: %s',
  (file) => {
    const picture = PNG.sync.read(readFileSync(folder + file));
    const [middle, centre] = [picture.width / 2, picture.height / 2];
    const halves = [
      wipeHalf(picture, (x) => x < middle),
      wipeHalf(picture, (x) => x >= middle),
      wipeHalf(picture, (_x, y) => y < centre),
      wipeHalf(picture, (_x, y) => y >= centre),
    ];
    for (const half of halves) {
      expect(partDifferent(half, picture)).toBeGreaterThan(1.5 * mostDifferent);
    }
  },
);

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
        const page = await browser.open({ hash, ...still, ...options });
        await drawn(page);
        expectPicture(`${name}-${webgpu ? 'webgpu' : 'webgl'}`, await page.screenshot());
      });
    }

    it('shows that the points have gathered: where they were is faint', async () => {
      const strong = async (step: number) => {
        const page = await browser.open({ hash: `#v=1&step=${step}&${stageOnly}`, ...still });
        await drawn(page);
        const { data } = PNG.sync.read(await page.screenshot());
        let count = 0;
        for (let at = 0; at < data.length; at += 4) {
          const [red, green, blue] = data.subarray(at, at + 3);
          if (Math.max(red, green, blue) - Math.min(red, green, blue) > 90) count += 1;
        }
        return count;
      };
      // Six clouds of 250 points become six spots, each under a cross.
      expect(await strong(6)).toBeLessThan(0.3 * (await strong(0)));
    });
  });
}
