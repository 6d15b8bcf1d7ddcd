import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { sceneNames } from '../../src/scenes/registry.ts';
import { useBrowser } from '../support/browser.ts';
import { countGpuObjects } from '../support/count-gpu-objects.ts';

const options = { viewport: { width: 480, height: 360 }, reducedMotion: 'reduce' } as const;
const hash = '#v=1&step=0';
/** What code that is still being compiled takes, and more; one scene kept is worth 400 KB. */
const noiseBytes = 3e6;

interface Kept {
  readonly nodes: number;
  readonly listeners: number;
  readonly gpuObjects: number;
}

/** What is alive, once everything that can be collected is. */
async function openCounter(page: Page) {
  const devTools = await page.context().newCDPSession(page);
  await devTools.send('Performance.enable');
  await devTools.send('HeapProfiler.enable');
  return async (): Promise<{ kept: Kept; heap: number }> => {
    await page.evaluate(() => window.meanfield!.session.settled());
    await devTools.send('HeapProfiler.collectGarbage');
    const { metrics } = await devTools.send('Performance.getMetrics');
    const read = (name: string) => metrics.find((it) => it.name === name)?.value ?? Number.NaN;
    const gpuObjects = await page.evaluate(() => window.liveGpuObjects?.size ?? 0);
    const kept = { nodes: read('Nodes'), listeners: read('JSEventListeners'), gpuObjects };
    return { kept, heap: read('JSHeapUsedSize') };
  };
}

/** The first look that is as the one before it: what is still being let go of is in neither. */
async function onceSteady(count: Awaited<ReturnType<typeof openCounter>>) {
  let before = await count();
  await expect
    .poll(async () => {
      const { kept } = before;
      before = await count();
      return [kept, before.kept].map((it) => JSON.stringify(it));
    })
    .toSatisfy(([kept, keptNow]) => kept === keptNow);
  // A counter that counts nothing would find nothing kept.
  for (const alive of Object.values(before.kept)) expect(alive).toBeGreaterThan(0);
  return before;
}

/** Goes to each scene in turn, by its tab, until so many changes are done, and ends at the last one. */
const changeScenes = (page: Page, least: number) =>
  page.evaluate(async (least) => {
    const tabs = document.querySelectorAll<HTMLButtonElement>('#scenes button').length;
    for (let change = 0; change < Math.ceil(least / tabs) * tabs; change++) {
      const { session } = window.meanfield!;
      document.querySelectorAll<HTMLButtonElement>('#scenes button')[change % tabs].click();
      while (window.meanfield!.session === session) await new Promise(requestAnimationFrame);
      await window.meanfield!.session.settled();
      await new Promise(requestAnimationFrame);
    }
  }, least);

/** Enters the scene again with other data, and takes a step. */
const reset = (page: Page, times: number) =>
  page.evaluate(async (times) => {
    const { session } = window.meanfield!;
    for (let time = 0; time < times; time++) {
      session.setValues({ seed: Number(session.values.seed) === 7 ? 8 : 7 });
      await session.settled();
      session.player.forward();
      await session.settled();
      while (session.player.progress < 1) await new Promise(requestAnimationFrame);
      await new Promise(requestAnimationFrame);
    }
  }, times);

/** Turns from one lesson page to the next and back; every other way is left to come to its end. */
const turnPages = (page: Page, times: number) =>
  page.evaluate(async (times) => {
    const lesson = document.getElementById('lesson')!;
    const frame = () => new Promise(requestAnimationFrame);
    for (let time = 0; time < times; time++) {
      const before = lesson.dataset.ready;
      const name = time % 2 === 0 ? 'Next page' : 'Previous page';
      lesson.querySelector<HTMLElement>(`[aria-label^="${name}"]`)!.click();
      while (!lesson.dataset.ready || lesson.dataset.ready === before) await frame();
      await window.meanfield!.session.settled();
      const isLong = time % 4 < 2 || time >= times - 2;
      while (isLong && window.meanfield!.session.transit.part < 1) await frame();
      await frame();
    }
    window.meanfield!.session.transit.end();
    await frame();
  }, times);

describe.skipIf(!inject('browser'))('nothing is kept', () => {
  const browser = useBrowser();

  it('of a scene that is left, over a hundred changes', async () => {
    const page = await browser.open({ hash, init: countGpuObjects, ...options });
    const count = await openCounter(page);
    await changeScenes(page, 20);
    const before = await onceSteady(count);
    await changeScenes(page, 100);
    await expect.poll(async () => (await count()).kept).toEqual(before.kept);
    expect((await count()).heap - before.heap).toBeLessThan(noiseBytes);
  });

  it('of a world that was entered again, over a hundred resets', async () => {
    const page = await browser.open({ hash, init: countGpuObjects, ...options });
    const count = await openCounter(page);
    const tabs = page.locator('#scenes button');
    const scenes = await tabs.count();
    for (let scene = 0; scene < scenes; scene++) {
      await tabs.nth(scene).click();
      await page.locator(`#scenes button:nth-of-type(${scene + 1})[aria-current=page]`).waitFor();
      await page.evaluate(() => {
        window.meanfield!.session.player.speed = 60;
      });
      await reset(page, 10);
      const before = await onceSteady(count);
      await reset(page, Math.ceil(100 / scenes));
      await expect.poll(async () => (await count()).kept).toEqual(before.kept);
      expect((await count()).heap - before.heap).toBeLessThan(noiseBytes);
    }
  });

  it('of the way from one lesson page to the next: no picture, no node, no GPU object, no listener', async () => {
    for (const scene of sceneNames) {
      const page = await browser.open({
        hash: `#v=1&scene=${scene}&step=0`,
        init: countGpuObjects,
        viewport: { width: 900, height: 600 },
      });
      const count = await openCounter(page);
      const made = async () => ({
        ...(await count()).kept,
        canvases: await page.locator('.stage canvas').count(),
      });
      await turnPages(page, 10);
      await onceSteady(count);
      const before = await made();
      await turnPages(page, 30);
      await expect.poll(made).toEqual(before);
    }
  });
});
