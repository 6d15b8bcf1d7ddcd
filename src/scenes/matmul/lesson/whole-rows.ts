import { html } from 'lit-html';
import type { LessonPage } from '../../../view/lesson-page.ts';
import type { SceneWorld } from '../sim/scene-world.ts';
import { fromTheStart } from './from-the-start.ts';
import { showStretchedRow } from './stretched-row-figure.ts';

export const wholeRows: LessonPage<SceneWorld> = {
  id: 'whole-rows',
  title: 'Whole rows at once',
  body: () => html`
    <p>
      A row of A as a column, <code>a[i][:, None]</code>, has the shape (k, 1); B has (k, n).
      Broadcasting <em>stretches</em> the 1: the same k numbers are read again for each of the n
      columns, with a stride of 0, and nothing is copied.
    </p>
    <p>
      Then one multiplication makes all k×n products, and one sum down the columns makes a row of C.
      All rows at once would make m×k×n products, only to sum them.
    </p>
  `,
  figure: showStretchedRow,
  state: {
    values: { ...fromTheStart, method: 'broadcast' },
    step: 0,
    playing: false,
    picked: null,
    byPhase: true,
    phase: 0,
    speed: 4,
  },
  subject: 'transport',
  question: {
    text: 'Press Play and watch the row of A stretch over B, until two rows of C are there.',
    watch: () => (now) => now.world.step >= 2,
    answer:
      'One row a step. Under “Tools” you can try which shapes fit: they are compared from the last axis on.',
  },
};
