import { html } from 'lit-html';
import type { LessonPage } from '../../../view/lesson-page.ts';
import type { SceneWorld } from '../sim/scene-world.ts';
import { fromTheStart } from './from-the-start.ts';

export const wholeRows: LessonPage<SceneWorld> = {
  id: 'whole-rows',
  title: 'Whole rows at once',
  body: () => html`
    <p>
      A row of A as a column, <code>a[i][:, None]</code>, has the shape (k, 1); B has (k, n).
      Broadcasting <em>stretches</em> the 1: the same k numbers are read again for each of the n
      columns, with a stride of 0, and nothing is copied. Then one multiplication makes all k×n
      products, and one sum down the columns makes a row of C.
    </p>
    <p>
      What is not stretched but made are the products: k×n of them, only to be summed. All rows at
      once would make m×k×n.
    </p>
  `,
  state: {
    values: { ...fromTheStart, method: 'broadcast' },
    step: 0,
    playing: false,
    picked: null,
    byPhase: true,
  },
  subject: 'tool broadcasting',
  question: {
    text: 'Go on phase by phase until two rows of C are there, and watch the row that is stretched beside B.',
    watch: () => (now) => now.world.step >= 2,
    answer:
      'One row a step. In the corner on the right you can try which shapes fit: they are compared from the last axis on.',
  },
};
