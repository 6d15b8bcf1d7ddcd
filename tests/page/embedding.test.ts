import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import {
  addFrame,
  bandwidth,
  frameOf,
  heard,
  type Listening,
  seeMessages,
  seen,
} from '../support/embedded-frame.ts';
import { useOtherOrigin } from '../support/other-origin.ts';

const hash = '#v=1&scene=meanshift&step=0&hide=header,lesson,code,panel,charts';

/** What docs/embed-example.html has in its script. */
declare function ask(call: string, given?: object): Promise<Record<string, unknown>>;
declare const moment: Record<string, unknown>;

const change = { meanfield: 1, id: 1, call: 'set', values: { bandwidth: 4 } };

describe.skipIf(!inject('browser'))('in a page of another origin', () => {
  const browser = useBrowser();
  const other = useOtherOrigin();

  it('the example turns, steps, plays and hears', async () => {
    const url = `${other.origin}/embed-example.html?meanfield=${inject('pageUrl')}`;
    const page = await browser.open({ waits: false, url });
    const said = page.locator('#moment');
    const frame = await frameOf(page);
    expect(new URL(frame.url()).origin).not.toBe(other.origin);
    await said.getByText('step 0,').waitFor();

    await page.locator('#bandwidth').fill('4');
    await expect.poll(() => bandwidth(frame)).toBe(4);
    await page.getByRole('button', { name: 'To step 3' }).click();
    await said.getByText('step 3,').waitFor();
    expect(await frame.evaluate(() => window.meanfield!.session.world.step)).toBe(3);

    await page.getByRole('button', { name: /−1/ }).click();
    await page
      .getByRole('alert')
      .getByText('bandwidth must be a positive number, not “-1”')
      .waitFor();
    expect(await bandwidth(frame)).toBe(4);
    expect(await frame.evaluate(() => window.meanfield!.session.world.step)).toBe(3);

    await page.getByRole('button', { name: 'Play' }).click();
    await page.getByRole('button', { name: 'Pause' }).waitFor();
    await expect.poll(() => page.evaluate(() => moment.step)).toBeGreaterThan(3);
    await page.evaluate(() => ask('pause'));
    await page.getByRole('button', { name: 'Play' }).waitFor();

    // What is asked for is what is answered, in words where it cannot be had.
    const answers = await page.evaluate(async () => {
      const answer = (call: string, given?: object) =>
        ask(call, given).catch((error: Error) => error.message);
      const all = [
        answer('set', { values: { bandwidth: 2.5, kernel: 'boxy' } }),
        answer('goTo', { step: 9000 }),
        answer('goTo', { step: 1 }),
        answer('set', { values: { samples: 20 } }),
        answer('get', { names: ['samples', 'bandwidth'] }),
        answer('scene', { name: 'banana' }),
        answer('fly'),
      ];
      return Promise.all(all);
    });
    expect(answers).toEqual([
      expect.stringMatching(/^kernel must be one of .*“boxy”$/),
      expect.stringMatching(/^there is no step 9000: it has come to rest at step \d+$/),
      { step: 1 },
      { values: expect.objectContaining({ samples: 20, bandwidth: 4 }) },
      { values: { samples: expect.any(Number), bandwidth: 4 } },
      'there is no scene “banana”; the scenes are matmul, meanshift, derivatives',
      expect.stringMatching(/^call must be one of hello, .*“fly”$/),
    ]);
    expect(await page.evaluate(() => ask('address'))).toEqual({
      address: expect.stringContaining(`${inject('pageUrl')}#v=1&scene=meanshift&`),
    });

    // The subscription outlives the scene, and the device.
    expect(await page.evaluate(() => ask('scene', { name: 'matmul' }))).toEqual({
      scene: 'matmul',
    });
    await page.evaluate(() => ask('pause'));
    await expect.poll(() => page.evaluate(() => moment.scene)).toBe('matmul');
    const { step } = await page.evaluate(() => ask('forward'));
    await expect.poll(() => page.evaluate(() => moment.step)).toBe(step);
    await frame.evaluate(() => {
      const { compute } = window.meanfield!.session;
      compute.gpu?.device.destroy();
    });
    await frame.getByText('was opened again').waitFor({ state: 'attached' });
    const after = await page.evaluate(() => ask('forward'));
    expect(after.step).toBe(Number(step) + 1);
    await expect.poll(() => page.evaluate(() => moment.step)).toBe(after.step);
    // Of the lost GPU, and of nothing else.
    expect(browser.takeComplaints().filter((it) => !/lost|destroyed/i.test(it))).toEqual([]);
  });

  it('that its address does not name, it is not obeyed, and is told so', async () => {
    const page = await browser.open({ waits: false, url: `${other.origin}/` });
    await addFrame(page, inject('pageUrl') + hash);
    const frame = await frameOf(page);
    await page.evaluate((data) => window.frames[0].postMessage(data, '*'), change);
    await expect
      .poll(() => heard(page))
      .toEqual([
        {
          meanfield: 1,
          id: 1,
          error: `${other.origin} may not control this page: its address needs ?embed-origin=${other.origin}`,
        },
      ]);
    expect(await bandwidth(frame)).toBe(2.5);
  });

  it('it hears nobody but its parent, of whatever origin', async () => {
    const page = await browser.open({ waits: false, url: `${other.origin}/` });
    await addFrame(page, `${inject('pageUrl')}?embed-origin=${other.origin}${hash}`);
    const frame = await frameOf(page);
    // A sibling, of the very origin that may control it.
    await page.evaluate(() => {
      const sibling = document.createElement('iframe');
      sibling.src = '/sibling';
      document.body.append(sibling);
      return new Promise((resolve) => sibling.addEventListener('load', resolve));
    });
    const sibling = page.frames().find((it) => it.url().endsWith('/sibling'))!;
    await seeMessages(sibling);
    await seeMessages(frame);
    await sibling.evaluate((data) => window.parent.frames[0].postMessage(data, '*'), change);
    // And itself.
    await frame.evaluate((data) => window.postMessage(data, '*'), change);
    await expect.poll(() => seen(frame)).toBe(2);
    // What was said would have come before this.
    await frame.evaluate(async () => {
      await window.meanfield!.session.settled();
      window.parent.frames[1].postMessage('fence', '*');
    });
    await expect.poll(() => seen(sibling)).toBe(1);
    expect(await bandwidth(frame)).toBe(2.5);
    expect(await heard(page)).toEqual([{ meanfield: 1, event: 'ready', scene: 'meanshift' }]);
    // Its parent it hears, and everything malformed is answered in a sentence or not at all.
    await page.evaluate(() => {
      const post = (data: unknown) => window.frames[0].postMessage(data, '*');
      for (const data of [null, 'play', { type: 'webpackOk' }, [], new Map()]) post(data);
      post({ meanfield: 9, id: 'old', call: 'play' });
      post({ meanfield: 1, id: 'good', call: 'get', names: ['bandwidth'] });
    });
    await expect
      .poll(() => heard(page))
      .toEqual([
        { meanfield: 1, event: 'ready', scene: 'meanshift' },
        { meanfield: 1, id: 'old', error: expect.stringContaining('“9”') },
        { meanfield: 1, id: 'good', result: { values: { bandwidth: 2.5 } } },
      ]);
  });

  it('without a name, it is nobody: nothing is done, and nothing said', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'meanfield-nobody-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const file = join(folder, 'nobody.html');
    writeFileSync(file, '<!doctype html><title>Nobody</title>');
    const page = await browser.open({ waits: false, url: pathToFileURL(file).href });
    await addFrame(page, inject('pageUrl') + hash);
    const frame = await frameOf(page);
    await seeMessages(frame);
    await page.evaluate((data) => window.frames[0].postMessage(data, '*'), change);
    await expect.poll(() => seen(frame)).toBe(1);
    // What was said would have come before this.
    await frame.evaluate(async () => {
      await window.meanfield!.session.settled();
      window.parent.postMessage('fence', '*');
    });
    await expect.poll(() => heard(page)).toContain('fence');
    expect(await heard(page)).toEqual(['fence']);
    expect(await bandwidth(frame)).toBe(2.5);
  });

  it('that posts without end, it still draws, and answers afterwards', async () => {
    const page = await browser.open({ waits: false, url: `${other.origin}/` });
    await addFrame(page, `${inject('pageUrl')}?embed-origin=${other.origin}${hash}`);
    const frame = await frameOf(page);
    await frame.evaluate(() => {
      const { stage } = window.meanfield!.session;
      const { render } = stage;
      Object.assign(window, { drawn: 0 });
      stage.render = () => {
        Object.assign(window, { drawn: Number(Reflect.get(window, 'drawn')) + 1 });
        render.call(stage);
      };
    });
    await page.evaluate(() => {
      let id = 0;
      Object.assign(window, { posting: true });
      (function postOn() {
        if (!Reflect.get(window, 'posting')) return;
        for (const end = id + 2000; id < end; id++) {
          const values = { bandwidth: 1 + (id % 7) };
          window.frames[0].postMessage({ meanfield: 1, id, call: 'set', values }, '*');
        }
        Object.assign(window, { posted: id });
        setTimeout(postOn);
      })();
    });
    await expect
      .poll(() => frame.evaluate(() => Number(Reflect.get(window, 'drawn'))))
      .toBeGreaterThan(5);
    const posted = await page.evaluate(() => {
      Object.assign(window, { posting: false });
      return Number(Reflect.get(window, 'posted'));
    });
    const errors = async () => (await heard(page)).map(({ error }) => String(error));
    await expect
      .poll(errors)
      .toContain('too many messages at once; ask at most 200 times in 100 ms');
    const answered = () =>
      page.evaluate(() => {
        window.frames[0].postMessage({ meanfield: 1, id: 'after', call: 'hello' }, '*');
        return (window as unknown as Listening).heard.some(
          ({ id, result }) => id === 'after' && result !== undefined,
        );
      });
    await expect.poll(answered).toBe(true);
    expect((await heard(page)).length).toBeLessThan(posted / 2);
  });

  it('that asks for more than can be done at once, it does what it took, and refuses the rest', async () => {
    const page = await browser.open({ waits: false, url: `${other.origin}/` });
    await addFrame(page, `${inject('pageUrl')}?embed-origin=${other.origin}${hash}`);
    await frameOf(page);
    await page.evaluate(() => {
      for (let id = 0; id < 100; id++) {
        window.frames[0].postMessage({ meanfield: 1, id, call: 'goTo', step: 1 + (id % 2) }, '*');
      }
    });
    const answers = async () => (await heard(page)).filter(({ id }) => id !== undefined);
    await expect.poll(async () => (await answers()).length).toBe(100);
    const all = await answers();
    const done = all.filter(({ result }) => result !== undefined);
    expect(done.length).toBeGreaterThanOrEqual(50);
    for (const { id, result } of done) expect(result).toEqual({ step: 1 + (Number(id) % 2) });
    const refused = all.filter(({ error }) => error !== undefined);
    expect(refused.length).toBeGreaterThan(0);
    for (const { error } of refused) expect(error).toMatch(/^50 requests wait already; wait/);
  });

  it('names an origin wrongly: that is said on the page', async () => {
    const page = await browser.open({
      waits: false,
      url: `${inject('pageUrl')}?embed-origin=banana${hash}`,
    });
    await page
      .locator('#notice')
      .getByText('embed-origin must be like https://example.org')
      .waitFor();
  });
});
