import { html } from 'lit-html';
import type { LessonPage } from '../../../view/lesson-page.ts';
import type { SceneWorld } from '../sim/scene-world.ts';
import { asInTheLesson } from './as-in-the-lesson.ts';
import { showTwoUpdates } from './two-updates-figure.ts';

export const inPlace: LessonPage<SceneWorld> = {
  id: 'in-place',
  title: 'In place, or all at once?',
  body: () => html`
    <p>
      The lesson’s loop writes each new mean straight back into X. So the second point already sees
      the first one moved, and the last sees all the others moved: one sweep <em>in place</em>. A
      batch of all 1,500 sees only the old places: all at once.
    </p>
    <p>
      Solvers know the two as Gauss–Seidel and Jacobi. Here they end in nearly the same spots, at
      different paces: in place, the largest distance to the own cluster’s mean falls to about a
      tenth in a sweep; all at once it is cubed.
    </p>
  `,
  figure: showTwoUpdates,
  state: { values: asInTheLesson, step: 0, playing: false, picked: null, byPhase: false },
  subject: 'parameter batch',
  question: {
    text: 'Sweep both on the same points until one of them is below 0.001. Which one leads at first, and which one wins?',
    watch: () => () => false,
    answer:
      'In place leads at first, since it uses news at once. But a constant factor loses against a cube: all at once wins by far, and it is the one that a GPU likes.',
  },
};
