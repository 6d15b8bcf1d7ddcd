import { html } from 'lit-html';
import type { LessonPage } from '../../../view/lesson-page.ts';
import type { SceneWorld } from '../sim/scene-world.ts';
import { fromTheStart } from './from-the-start.ts';

export const rowByColumn: LessonPage<SceneWorld> = {
  id: 'row-by-column',
  title: 'Row by column',
  body: () => html`
    <p>
      The innermost loop says nothing that a vector could not say: take a row and a column, multiply
      them element by element, and sum. That is the <em>dot product</em>, and one call to a library
      replaces k turns of a slow loop. The notebook’s 421 ms became half a millisecond.
    </p>
    <p>Here the row of A slides onto its column of B, and their products fall into the cell.</p>
  `,
  state: {
    values: { ...fromTheStart, method: 'dot' },
    step: 0,
    playing: false,
    picked: 0,
    byPhase: false,
    speed: 4,
  },
  subject: 'stage',
  question: {
    text: 'Which cells of C does one cell of A have a part in? Click a cell of A, type another number, press Enter, and play to the end.',
    watch: () => (now) => now.world.values.edits !== '' && now.world.atRest,
    answer:
      'Its row of C, all of it, and no other: a cell of A meets every column of B, but only in its own row.',
  },
};
