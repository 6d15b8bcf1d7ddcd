import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { loadScene, sceneNames } from '../../src/scenes/registry.ts';
import { useBrowser } from '../support/browser.ts';
import { numbersIn, numbersOf } from '../support/numbers-in.ts';
import { heardBy, type Voices, watchVoices } from '../support/watch-voices.ts';

/** Numbers of a text that are neither in a record nor among others that it may name. */
const unknownIn = (text: string, record: unknown, others: readonly number[] = []) =>
  numbersIn(text).filter(
    ({ value, within }) =>
      ![...numbersOf(record), ...others].some((known) => Math.abs(known - value) <= within),
  );

/** Every voice says what the description says. */
function compare(said: Voices, data: readonly number[], help: readonly string[]): void {
  const { description, phase } = said;
  const { step, summary, looked } = description;
  expect(said.status).toBe(summary);
  expect(said.slider).toMatch(new RegExp(`^step ${step} of `));
  expect(said.stage).toBe(`${said.title}: ${looked ? `${summary}; ${looked}` : summary}`);
  expect(said.codePhase).toBe(phase);
  expect(said.badge.replace(said.values, '').trim()).toBe(phase ?? '');
  expect(said.phaseInBar).toBe(phase);
  expect(said.panel.step).toBe(String(step));
  for (const [label, reading] of Object.entries(said.readings)) {
    if (Number.isNaN(reading)) expect(said.panel[label]).toBe('–');
    else expect(unknownIn(said.panel[label], reading), label).toEqual([]);
    if (Number.isFinite(reading)) expect(numbersIn(said.panel[label]), label).not.toEqual([]);
  }
  for (const last of said.lastSteps) expect(last ?? '0').toBe(String(step));
  expect(said.lastDigits ?? String(step)).toBe(String(step));
  const known = [...data, ...numbersIn(help.join(' ')).map(({ value }) => value)];
  // A slice ends after its last index.
  const indices = said.values.replace(/:(\d+)/g, (_, end) => ` ${Number(end) - 1}`);
  for (const text of [said.caption, indices, ...said.marks]) {
    expect(unknownIn(text, description, known), text).toEqual([]);
  }
  const sides = said.labels.filter((label) => /^d[xy] = /.test(label));
  for (const side of sides) expect(unknownIn(side, description), side).toEqual([]);
}

/** What texts may name besides, of each world that was heard: the values of its matrices. */
const worldsHeard = (page: Page) =>
  page.evaluate(() => {
    type Product = Readonly<Record<'a' | 'b', Float64Array> & Record<'m' | 'n', number>>;
    const most = 4096;
    const some = (values: Float64Array | undefined) => [...(values ?? []).slice(0, most)];
    return window.worldsHeard!.map((world) => {
      const { product, reference } = world as { product?: Product; reference?: Float64Array };
      // “above 1 %”
      if (!product) return [...some(reference), 1];
      const { a, b, m, n, ...rest } = product;
      const sizes = Object.values(rest).filter((it): it is number => typeof it === 'number');
      const terms = some(a).flatMap((x) => [...b.slice(0, 64)].map((y) => x * y));
      // How many cells C has, too.
      const own = [...some(a), ...some(b), m, n, m * n, ...sizes, ...terms.slice(0, most)];
      return [...own, ...some(reference), 1];
    });
  });

const bare = (sentence: string) => sentence.replace(/^(playing|paused), /, '');

const settle = (page: Page) =>
  page.evaluate(async () => {
    window.meanfield!.session.player.pause();
    await window.meanfield!.session.settled();
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
  });

/** What is said at the end is what a fresh look at the world says. */
async function compareWithWorld(page: Page): Promise<void> {
  await settle(page);
  const { told, fresh, status } = await page.evaluate(() => {
    const { session } = window.meanfield!;
    const told = { ...session.description };
    const status = document.querySelector('#status')?.textContent;
    // What was known is looked at anew.
    session.changed();
    return { told, fresh: { ...session.description }, status };
  });
  expect(told).toEqual(fresh);
  expect(status).toBe(fresh.summary);
}

for (const webgpu of [true, false]) {
  describe.skipIf(!inject('browser'))(
    `one moment, said by every voice ${webgpu ? 'with' : 'without'} WebGPU`,
    () => {
      const browser = useBrowser({ webgpu, views: 'all' });

      for (const name of sceneNames) {
        const open = async (hash: string) => {
          const page = await browser.open({
            hash: `#v=1&scene=${name}${hash}`,
            // As small as it has every voice in sight: every frame is drawn, and listened to.
            viewport: { width: 960, height: 640 },
            before: watchVoices,
          });
          const help = (await loadScene(name)).phases.map((phase) => phase.help);
          const spoken = new Set<string>();
          return {
            page,
            async compareAll() {
              const heard = await heardBy(page);
              const worlds = await worldsHeard(page);
              // What it said before anyone could listen.
              if (spoken.size === 0 && heard.length > 0) spoken.add(bare(heard[0].live));
              for (const said of heard) {
                spoken.add([said.description.summary, said.description.looked].join(', '));
                compare(said, [...said.settings, ...worlds[said.world]], help);
                // It speaks once in a while, of what was true when it began to.
                const live = bare(said.live);
                const isTrue = [...spoken].some((it) => it.startsWith(live));
                expect(isTrue || live === '', live).toBe(true);
              }
              return heard;
            },
          };
        };

        it(`in every frame of the first run (${name})`, async () => {
          const { page, compareAll } = await open('&speed=8');
          await page.waitForFunction(() => {
            const { world } = window.meanfield!.session;
            return world.atRest || world.step >= 40;
          });
          await compareWithWorld(page);
          const heard = await compareAll();
          const steps = new Set(heard.map(({ description }) => description.step));
          expect(steps.size).toBeGreaterThan(3);
          expect(heard.map(({ live }) => live).join('')).not.toBe('');
        });

        // Phases and pages are the same on both.
        if (!webgpu) continue;

        it(`at every phase, there and back (${name})`, async () => {
          const { page, compareAll } = await open('&step=1&by-phase=1');
          const { phases } = await loadScene(name);
          const shown: (string | null)[] = [];
          for (const label of ['Next phase', 'Phase back']) {
            for (let i = 0; i <= 2 * phases.length; i++) {
              await page.getByLabel(label, { exact: true }).click();
              await compareWithWorld(page);
              const heard = await compareAll();
              shown.push(...heard.map(({ phase }) => phase));
            }
          }
          expect([...new Set(shown)]).toEqual(expect.arrayContaining(phases.map((it) => it.name)));
        });

        it(`at every turn of a lesson page, while it plays and when it stands (${name})`, async () => {
          const { page, compareAll } = await open('&speed=8');
          const choice = page.getByLabel('Page', { exact: true });
          const ids = await choice
            .locator('option')
            .evaluateAll((all) => all.map((option) => (option as HTMLOptionElement).value));
          // The other scenes' pages stand there by their scenes' names, too.
          for (const id of ids.filter((it) => !it.includes('/')).slice(1)) {
            await page.evaluate(() => window.meanfield!.session.player.play());
            await page.waitForFunction(() => {
              const { world } = window.meanfield!.session;
              return world.atRest || world.step >= 2;
            });
            await choice.selectOption(id);
            await page.locator(`#lesson[data-ready="${id}"]`).waitFor();
            await compareWithWorld(page);
            await compareAll();
          }
        });
      }
    },
  );
}
