import { html } from 'lit-html';
import type { LessonPage } from '../../../view/lesson-page.ts';
import type { SceneWorld } from '../sim/scene-world.ts';

export const welcome: LessonPage<SceneWorld> = {
  id: 'welcome',
  title: 'What you see',
  body: () => html`
    <p>
      A on the left, B above, and their product C in the corner: a row of A and a column of B meet in
      one cell of C. Blue is above zero, orange below, and the stronger the larger.
    </p>
    <p>
      The lesson multiplies these matrices over and over, each time with less said and more done at
      once: three loops, rows by columns, whole rows, letters, and then thousands of cells on the
      GPU. Every one of these <em>rungs</em> runs for real here.
    </p>
  `,
  state: {},
  subject: 'stage',
  question: {
    text: 'Click a cell of C: which row of A and which column of B make it?',
    watch: () => (now) => {
      const { rows, columns, terms } = now.world.blocks;
      return now.picked !== null && now.picked >= terms.count * (rows.count + columns.count);
    },
    answer:
      'C[i, j] is row i of A times column j of B. The sentence in the picture says which numbers meet.',
  },
};
