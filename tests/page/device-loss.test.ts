import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { sceneNames } from '../../src/scenes/registry.ts';
import { useBrowser } from '../support/browser.ts';
import { countGpuObjects } from '../support/count-gpu-objects.ts';

/** All that a person would miss. */
const stateOf = (page: Page) =>
  page.evaluate(() => {
    const { world, player, history, picked, values, stage, description } =
      window.meanfield!.session;
    const { Position, Value } = (
      world as unknown as {
        components: {
          Position: { x: Float64Array; y: Float64Array };
          /** Not every scene's entities hold a number. */
          Value?: { value: Float64Array };
        };
      }
    ).components;
    const steps = Array.from({ length: history.furthest }, (_, i) => history.takenWith(i + 1));
    return {
      moment: {
        step: world.step,
        furthest: history.furthest,
        takenWith: steps,
        atRest: world.atRest,
        picked,
        values: { ...values },
        summary: description.summary,
        view: stage.camera.view && {
          x: stage.camera.view.x.toFixed(6),
          y: stage.camera.view.y.toFixed(6),
          scale: stage.camera.view.scale.toFixed(6),
        },
        playing: player.playing,
        speed: player.speed,
        byPhase: player.byPhase,
        phase: player.phase,
        lesson: document.querySelector<HTMLSelectElement>('#lesson select')?.value,
      },
      numbers: [...Position.x, ...Position.y, ...(Value?.value ?? [])],
    };
  });

/** Takes so many steps, each seen to its end. */
const takeSteps = (page: Page, count: number) =>
  page.evaluate(async (count) => {
    for (let taken = 0; taken < count; taken++) {
      const { player, settled } = window.meanfield!.session;
      player.forward();
      await settled();
      while (player.progress < 1) await new Promise(requestAnimationFrame);
    }
  }, count);

/** Turns the first live number to four fifths of what it is. */
const turnSomething = (page: Page) =>
  page.evaluate(async () => {
    const { session } = window.meanfield!;
    const live = Object.entries(session.scene.parameters).find(
      ([name, { effect }]) => effect === 'live' && typeof session.values[name] === 'number',
    );
    if (live) session.setValues({ [live[0]]: 0.8 * Number(session.values[live[0]]) });
    await session.settled();
  });

/** Five steps with a knob turned on the way, one back, a point picked, and the camera elsewhere. */
async function beSomewhere(page: Page) {
  await page.evaluate(() => {
    window.meanfield!.session.player.speed = 60;
  });
  await page.getByLabel('Page', { exact: true }).selectOption('welcome');
  await takeSteps(page, 3);
  await turnSomething(page);
  await takeSteps(page, 2);
  const ahead = await stateOf(page);
  await page.evaluate(async () => {
    const { session } = window.meanfield!;
    session.player.goTo(4);
    await session.settled();
    session.player.byPhase = true;
    session.showPhase(0);
    session.stage.camera.zoomBy(1.3);
    session.stage.camera.panBy(20, -10);
    session.pick(session.view.place?.(3) ? 3 : null);
  });
  return ahead;
}

const lose = (page: Page) =>
  page.evaluate(() => window.meanfield!.session.compute.gpu!.device.destroy());
const isBack = (page: Page, how: RegExp) =>
  page.locator('#notice').getByText(how).waitFor({ state: 'attached' });

describe.skipIf(!inject('browser'))('a GPU that is lost', () => {
  const browser = useBrowser({ views: 'all' });
  const options = { viewport: { width: 900, height: 600 }, reducedMotion: 'reduce' } as const;

  for (const scene of sceneNames) {
    it(`leaves the page at the same step, pick, camera and values (${scene})`, async () => {
      const page = await browser.open({ hash: `#v=1&scene=${scene}&step=0`, ...options });
      const ahead = await beSomewhere(page);
      const before = await stateOf(page);
      expect(before.moment).toMatchObject({ step: 4, furthest: 5, phase: 0 });
      await lose(page);
      await isBack(page, /^The GPU was lost: .+\. The scene was opened again where it was\./);
      expect(await stateOf(page)).toEqual(before);
      expect(await page.evaluate(() => window.meanfield!.session.compute.kind)).toBe('webgpu');
      // And what follows is what would have followed.
      await page.evaluate(() => {
        window.meanfield!.session.player.byPhase = false;
      });
      await takeSteps(page, 1);
      expect((await stateOf(page)).numbers).toEqual(ahead.numbers);
    });

    it(`and does not come back goes on on the CPU (${scene})`, async () => {
      const page = await browser.open({ hash: `#v=1&scene=${scene}&step=0`, ...options });
      await beSomewhere(page);
      const before = await stateOf(page);
      await page.evaluate(() => {
        navigator.gpu.requestAdapter = async () => null;
      });
      await lose(page);
      await isBack(page, /The scene was opened again where it was, on the CPU\.$/);
      const after = await stateOf(page);
      expect(after.moment).toEqual(before.moment);
      expect(after.numbers).toHaveLength(before.numbers.length);
      for (const [i, number] of after.numbers.entries()) {
        expect(number).toBeCloseTo(before.numbers[i], 4);
      }
    });

    it(`in the midst of a step is told, and it plays on (${scene})`, async () => {
      const page = await browser.open({ hash: `#v=1&scene=${scene}&step=0`, ...options });
      await takeSteps(page, 2);
      const before = await stateOf(page);
      await page.evaluate(() => {
        const { player, compute } = window.meanfield!.session;
        player.forward();
        player.play();
        compute.gpu!.device.destroy();
      });
      await isBack(page, /The scene was opened again where it was\./);
      await page.evaluate(async () => {
        const { player, settled } = window.meanfield!.session;
        while (player.playing && window.meanfield!.session.world.step < 3)
          await new Promise(requestAnimationFrame);
        player.goTo(2);
        await settled();
      });
      expect((await stateOf(page)).numbers).toEqual(before.numbers);
      expect(await page.evaluate(() => window.meanfield!.session.history.furthest)).toBeGreaterThan(
        2,
      );
    });
  }

  it('while a scene opens is told, and leaves nothing of the world that was there', async () => {
    const page = await browser.open({
      hash: '#v=1&scene=meanshift&step=5',
      ...options,
      before: (its) => its.addInitScript(countGpuObjects),
      init: () => {
        let left = 4;
        const { submit } = GPUQueue.prototype;
        const { requestDevice } = GPUAdapter.prototype;
        GPUAdapter.prototype.requestDevice = async function (wanted) {
          const device = await requestDevice.call(this, wanted);
          device.queue.submit = function (work) {
            left -= 1;
            // In the midst of the way to the step.
            if (left === 0) device.destroy();
            return submit.call(this, work);
          };
          return device;
        };
      },
    });
    await isBack(page, /^The GPU was lost: .+ The scene is computed on the CPU\.$/);
    await page.locator('#status').getByText('step 5,').waitFor();
    const kept = await page.evaluate(() =>
      [...(window.liveGpuObjects ?? [])].map((it) => (it as GPUObjectBase).label),
    );
    expect(kept).toEqual([]);
    // A counter that counts nothing would find nothing kept.
    expect(await page.evaluate(() => window.gpuObjectsMade)).toBeGreaterThan(10);
  });

  it('twice in a row is not asked a third time', async () => {
    const page = await browser.open({ hash: '#v=1&step=0', ...options });
    await lose(page);
    await isBack(page, /opened again where it was\.$/);
    await lose(page);
    await isBack(page, /opened again where it was, on the CPU\.$/);
  });
});
