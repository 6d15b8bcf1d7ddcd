import type { Page } from 'playwright-core';

/** What the page says in one frame, and what the scene's description was when it said so. */
export interface Voices {
  readonly description: Record<string, unknown> & {
    readonly step: number;
    readonly summary: string;
    readonly looked: string;
  };
  /** Its world's place among those that were heard. */
  readonly world: number;
  /** What it was computed with: the knobs' values, and the sizes of what computes. */
  readonly settings: readonly number[];
  readonly phase: string | null;
  readonly atRest: boolean;
  readonly title: string;
  /** Of the panel's monitors, by label. */
  readonly readings: Readonly<Record<string, number>>;
  readonly status: string;
  readonly slider: string;
  readonly stage: string;
  readonly caption: string;
  readonly badge: string;
  readonly codePhase: string | null;
  readonly values: string;
  readonly phaseInBar: string | null;
  readonly labels: readonly string[];
  /** What the panel shows, by label. */
  readonly panel: Readonly<Record<string, string>>;
  /** Each chart's marks, in words. */
  readonly marks: readonly string[];
  /** The last row's x of each chart over the steps. */
  readonly lastSteps: readonly (string | null)[];
  readonly lastDigits: string | null;
  readonly live: string;
}

/** What scenes' worlds are computed with, where they have it. */
interface ComputedWith {
  readonly kernel?: { readonly group: object } | null;
  readonly blocks?: object;
  readonly window?: object;
}

declare global {
  interface Window {
    heard?: Voices[];
    worldsHeard?: object[];
  }
}

/** Listens to every voice in every frame from the scene's first one on; call it before the page opens. */
export const watchVoices = (page: Page) =>
  page.addInitScript(() => {
    type Session = NonNullable<Window['meanfield']>['session'];
    window.heard = [];
    const heard = window.heard;
    const worlds: object[] = [];
    window.worldsHeard = worlds;
    let watched: Session | null = null;
    type Told = 'description' | 'world' | 'settings' | 'phase' | 'atRest' | 'title' | 'readings';
    let told: Pick<Voices, Told> | null = null;
    let last = '';
    const text = (selector: string) => document.querySelector(selector)?.textContent?.trim() ?? '';
    const has = (selector: string) => document.querySelector(selector) !== null;

    const numbersIn = (it: unknown): number[] => {
      if (typeof it === 'number') return [it];
      return typeof it === 'object' && it !== null ? Object.values(it).flatMap(numbersIn) : [];
    };

    function listen(session: Session): void {
      const { description, scene, world, readings, values } = session;
      const { phase } = session.moment();
      const { kernel, blocks, window: range } = world as unknown as ComputedWith;
      if (worlds.at(-1) !== world) worlds.push(world);
      told = {
        description: { ...description },
        world: worlds.length - 1,
        settings: numbersIn([{ ...values }, kernel?.group, blocks, range]),
        phase: phase === null ? null : scene.phases[phase].name,
        atRest: world.atRest,
        title: scene.title,
        readings: Object.fromEntries(readings.map((reading) => [reading.label, reading.read()])),
      };
    }

    function hear(): void {
      if (!told) return;
      const panel = [...document.querySelectorAll<HTMLElement>('#panel .tp-lblv')].map((row) => {
        const graph = row.querySelector('.tp-grlv')?.getAttribute('aria-label')?.split(': ').at(-1);
        const value = graph ?? row.querySelector('input')?.value ?? '';
        return [row.querySelector('.tp-lblv_l')?.textContent ?? '', value] as const;
      });
      const tables = [...document.querySelectorAll<HTMLTableElement>('[data-chart] table')];
      const now: Voices = {
        ...told,
        status: text('#status'),
        slider: document.querySelector('.scrubber input')?.getAttribute('aria-valuetext') ?? '',
        stage: document.querySelector('#stage')?.getAttribute('aria-label') ?? '',
        caption: text('.stage-caption p'),
        badge: text('.phase-name'),
        codePhase: document.querySelector<HTMLElement>('.code-text')?.dataset.phase || null,
        values: text('.phase-name .values'),
        phaseInBar: has('.phases [aria-current=step]') ? text('.phases [aria-current=step]') : null,
        labels: [...document.querySelectorAll<HTMLElement>('.stage-label')]
          .filter(({ hidden }) => !hidden)
          .map(({ textContent }) => textContent ?? ''),
        panel: Object.fromEntries(panel),
        marks: tables.map(
          (table) => /marked: (.*)/.exec(table.caption?.textContent ?? '')?.[1] ?? '',
        ),
        lastSteps: tables
          .filter((table) => table.querySelector('th')?.textContent?.trim() === 'step')
          .map(
            (table) => table.querySelector('tbody tr:last-child th')?.textContent?.trim() ?? null,
          ),
        lastDigits:
          document.querySelector('.digits tbody tr:last-child th')?.textContent?.trim() ?? null,
        live: text('#live'),
      };
      const state = JSON.stringify(now);
      if (state !== last) heard.push(now);
      last = state;
    }

    // The page's own frame is asked for before this one in each frame, so this one comes after it.
    function frame(): void {
      const session = window.meanfield?.session;
      if (session && session !== watched) {
        watched = session;
        told = null;
        session.subscribe(() => listen(session));
        session.changed();
        setTimeout(() => requestAnimationFrame(frame));
        return;
      }
      hear();
      requestAnimationFrame(frame);
    }
    requestAnimationFrame(frame);
  });

/** What was heard since it was asked last. */
export const heardBy = (page: Page): Promise<Voices[]> =>
  page.evaluate(() => window.heard?.splice(0) ?? []);
