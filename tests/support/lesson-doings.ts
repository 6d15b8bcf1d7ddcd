import type { Page } from 'playwright-core';

/** What a person has in hand: mouse, keys, and a count of what was pressed. */
export interface Hand {
  readonly page: Page;
  /** Presses, and values typed, so far. */
  readonly presses: number;
  /** A button of the transport. */
  press(name: string): Promise<void>;
  /** A button anywhere beside or on the stage. */
  click(name: string): Promise<void>;
  choose(label: string, option: string): Promise<void>;
  /** A parameter’s field, beside the lesson’s text. */
  type(parameter: string, value: string): Promise<void>;
  key(name: string): Promise<void>;
  /** A thing in the picture, by its number. */
  pick(row: number): Promise<void>;
}

export function handOn(page: Page): Hand {
  let presses = 0;
  const count = () => {
    presses += 1;
  };
  return {
    page,
    get presses() {
      return presses;
    },
    async press(name) {
      count();
      await page.locator('#transport').getByRole('button', { name, exact: true }).click();
    },
    async click(name) {
      count();
      await page.locator('#story, #figure').getByRole('button', { name, exact: true }).click();
    },
    async choose(label, option) {
      count();
      await page.getByLabel(label, { exact: true }).selectOption(option);
    },
    async type(parameter, value) {
      count();
      const field = page.locator(`.lesson-slot [data-parameter=${parameter}] input`);
      await field.fill(value);
      await field.press('Enter');
    },
    async key(name) {
      count();
      await page.keyboard.press(name);
    },
    async pick(row) {
      count();
      const at = await page.evaluate((number) => {
        const { view, stage } = window.meanfield!.session;
        const place = view.place(number)!;
        const onStage = stage.camera.toScreen(place.x, place.y);
        const box = document.getElementById('stage')!.getBoundingClientRect();
        return { x: box.left + onStage.x, y: box.top + onStage.y };
      }, row);
      await page.mouse.click(at.x, at.y);
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
      await page.keyboard.type('7');
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
    'the-ladder': ({ click }) => click('Measure'),
  },
  meanshift: {
    async welcome({ page, press }) {
      await page.waitForFunction(() => window.meanfield!.session.world.step > 1);
      await press('Step back');
    },
    'synthetic-centroids': ({ type }) => type('spread', '15'),
    async 'the-algorithm'({ press }) {
      for (let i = 0; i < 5; i++) await press('Next phase');
    },
    async 'gaussian-kernels'({ page }) {
      await page.locator('.lesson-slot [data-parameter=kernel] select').selectOption('triangular');
    },
    async distances({ page, key }) {
      await slider(page, 'α').focus();
      await key('Home');
    },
    async 'weighted-average'({ type, press }) {
      await type('bandwidth', '5');
      await press('Play');
    },
    async animation({ page, press }) {
      for (let step = 1; step <= 4; step++) {
        await press('Step');
        await page.waitForFunction((at) => window.meanfield!.session.world.step === at, step);
        await page.evaluate(() => window.meanfield!.session.settled());
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
    async welcome({ page, key }) {
      await page.locator('.stage-handle').first().focus();
      for (let i = 0; i < 3; i++) await key('Shift+ArrowLeft');
    },
    async 'rise-over-run'({ page, press }) {
      const isThere = () => page.locator('.lesson-question.done').isVisible();
      for (let i = 0; i < 8 && !(await isThere()); i++) {
        await press('Next phase');
        await page.evaluate(() => window.meanfield!.session.settled());
        await page.evaluate(() => new Promise(requestAnimationFrame));
      }
    },
    'to-nothing': ({ press }) => press('Play'),
    'too-small': async () => undefined,
    'under-the-microscope': ({ type }) => type('zoom', '100'),
    async infinitesimals({ page, key }) {
      await slider(page, 'dx, smaller to the right').focus();
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
