import type { Locator, Page } from 'playwright-core';

/** What a person does in a page whose clock is frozen, and how long it takes. */
export interface Hand {
  readonly page: Page;
  /** Seconds so far: one for each press and each value typed, and the time that the page was let pass. */
  readonly seconds: number;
  /** A button of the transport. */
  press(name: string): Promise<void>;
  /** A button anywhere beside or on the stage. */
  click(name: string): Promise<void>;
  choose(label: string, option: string): Promise<void>;
  /** A parameter’s field, beside the lesson’s text. */
  type(parameter: string, value: string): Promise<void>;
  /** A parameter’s list of choices, beside the lesson’s text. */
  select(parameter: string, option: string): Promise<void>;
  focus(it: Locator): Promise<void>;
  key(name: string): Promise<void>;
  /** A thing in the picture, by its number. */
  pick(row: number): Promise<void>;
  watch(seconds: number): Promise<void>;
  /** Watches what plays until something is so. */
  watchUntil(isSo: (at: number) => boolean, at?: number): Promise<void>;
}

/** A question that is not answered by then has a fault, whatever it may take. */
const endlessSeconds = 120;
/** A frame on the slowest machine there is, in which a software GPU draws: no step is shown in less. */
const beatMs = 200;

/** Lets time pass, and then waits for what is computed: that takes the machine's time, not the page's. */
const passBeat = (page: Page) =>
  page.evaluate(async (ms) => {
    window.frameTime = (window.frameTime ?? 0) + ms;
    await new Promise(requestAnimationFrame);
    const { session } = window.meanfield!;
    await session.settled();
    await session.compute.gpu?.device.queue.onSubmittedWorkDone();
  }, beatMs);

export function handOn(page: Page): Hand {
  let seconds = 0;
  const act = async (doing: () => Promise<unknown>) => {
    seconds += 1;
    await doing();
    await page.evaluate(() => window.meanfield!.session.settled());
  };
  return {
    page,
    get seconds() {
      return seconds;
    },
    press: (name) =>
      act(() => {
        // A scene that was entered anew says so of Play while it rests: “Play (begins by itself)”.
        const label = new RegExp(`^${name}( \\(begins by itself\\))?$`);
        return page.locator('#transport').getByRole('button', { name: label }).click();
      }),
    click: (name) =>
      act(() => page.locator('#story, #figure').getByRole('button', { name, exact: true }).click()),
    choose: (label, option) =>
      act(() => page.getByLabel(label, { exact: true }).selectOption(option)),
    type: (parameter, value) =>
      act(async () => {
        const field = page.locator(`.lesson-slot [data-parameter=${parameter}] input`);
        await field.fill(value);
        await field.press('Enter');
      }),
    select: (parameter, option) =>
      act(() =>
        page.locator(`.lesson-slot [data-parameter=${parameter}] select`).selectOption(option),
      ),
    focus: (it) => act(() => it.focus()),
    key: (name) => act(() => page.keyboard.press(name)),
    pick: (row) =>
      act(async () => {
        const at = await page.evaluate((number) => {
          const { view, stage } = window.meanfield!.session;
          const place = view.place(number)!;
          const onStage = stage.camera.toScreen(place.x, place.y);
          const box = document.getElementById('stage')!.getBoundingClientRect();
          return { x: box.left + onStage.x, y: box.top + onStage.y };
        }, row);
        await page.mouse.click(at.x, at.y);
      }),
    async watch(wanted) {
      for (const end = seconds + wanted; seconds < end; seconds += beatMs / 1000) {
        await passBeat(page);
      }
    },
    async watchUntil(isSo, at = 0) {
      while (!(await page.evaluate(isSo, at))) {
        if (seconds > endlessSeconds) throw new Error(`not so after ${seconds} seconds: ${isSo}`);
        seconds += beatMs / 1000;
        await passBeat(page);
      }
    },
  };
}

const slider = (page: Page, name: string) =>
  page.locator('#figure').getByRole('slider', { name, exact: true });

/** What a person does to answer each page’s question, after the guess where it asks for one. */
export const lessonDoings: Readonly<
  Record<string, Readonly<Record<string, (hand: Hand) => Promise<void>>>>
> = {
  matmul: {
    // The cell in the middle of C: A and B have nine each.
    welcome: ({ pick }) => pick(22),
    'three-loops': async () => undefined,
    async 'row-by-column'({ page, pick, key, press }) {
      await pick(4);
      await page.locator('.stage-field input').waitFor();
      await key('ControlOrMeta+a');
      await key('7');
      await key('Enter');
      await page.waitForFunction(() => window.meanfield!.session.values.edits !== '');
      await page.evaluate(() => window.meanfield!.session.settled());
      if (!(await page.evaluate(() => window.meanfield!.session.player.playing)))
        await press('Play');
    },
    'whole-rows': ({ press }) => press('Play'),
    letters: ({ press }) => press('Play'),
    'one-cell-each': ({ type }) => type('m', '20'),
    'shared-tiles': ({ type }) => type('k', '40'),
    async 'the-ladder'({ page, click }) {
      await click('Measure');
      // Nothing plays: what is measured is the machine's own time.
      await page.locator('.lesson-question.done').waitFor();
    },
  },
  meanshift: {
    async welcome({ watchUntil, press }) {
      await watchUntil(() => window.meanfield!.session.world.step > 1);
      await press('Step back');
    },
    'synthetic-centroids': ({ type }) => type('spread', '15'),
    async 'the-algorithm'({ press }) {
      for (let i = 0; i < 5; i++) await press('Next phase');
    },
    'gaussian-kernels': ({ select }) => select('kernel', 'triangular'),
    async distances({ page, focus, key }) {
      await focus(slider(page, 'α'));
      await key('Home');
    },
    async 'weighted-average'({ type, press }) {
      await type('bandwidth', '5');
      await press('Play');
    },
    async animation({ watchUntil, press }) {
      for (let step = 1; step <= 4; step++) {
        await press('Step');
        await watchUntil((at) => window.meanfield!.session.world.step === at, step);
      }
    },
    async batches({ type, press }) {
      await type('batch', '1');
      await press('Step');
    },
    'in-place': ({ click }) => click('Play'),
    async broadcasting({ choose }) {
      await choose('How x is indexed', 'x');
      await choose('How X is indexed', 'X[:, None]');
    },
  },
  derivatives: {
    async welcome({ page, focus, key }) {
      await focus(page.locator('.stage-handle').first());
      for (let i = 0; i < 3; i++) await key('Shift+ArrowLeft');
    },
    async 'rise-over-run'({ page, press }) {
      const isThere = () => page.locator('.lesson-question.done').isVisible();
      for (let i = 0; i < 8 && !(await isThere()); i++) {
        await press('Next phase');
        await page.evaluate(() => new Promise(requestAnimationFrame));
      }
    },
    'to-nothing': ({ press }) => press('Play'),
    'too-small': async () => undefined,
    'under-the-microscope': ({ type }) => type('zoom', '100'),
    async infinitesimals({ page, focus, key }) {
      await focus(slider(page, 'dx, smaller to the right'));
      await key('End');
    },
    async wheels({ choose, click }) {
      await choose('How many times as fast as u turns y', '× 3');
      await click('One turn of x');
    },
    'the-derivative-as-a-curve': async () => undefined,
    downhill: ({ type }) => type('rate', '0.5'),
  },
};
