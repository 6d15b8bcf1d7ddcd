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
      GPU. Every one of these <em>rungs</em> runs for real here, one step at a time.
    </p>
  `,
  state: {},
  subject: 'transport',
  question: {
    text: 'Let it run to its end, or drag the slider below the picture: how many steps do three loops take for 3×3?',
    watch: () => (now) => now.world.atRest,
    answer:
      '27: three rows times three columns times three terms. Each step is one multiplication and one addition.',
  },
};
