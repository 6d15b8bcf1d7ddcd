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
      batch of all 1,500 sees only the old places: <em>all at once</em>.
    </p>
    <p>
      Solvers know the two as Gauss–Seidel and Jacobi. Here they end in nearly the same spots, at
      different paces.
    </p>
  `,
  figure: showTwoUpdates,
  state: { values: asInTheLesson, step: 0, playing: false, picked: null, byPhase: false },
  subject: 'stage',
  question: {
    guess: {
      text: 'Both begin with the same points. Which is the first to have every point within 0.001 of its cluster’s mean?',
      choices: ['in place', 'all at once', 'a tie'],
      right: 1,
    },
    text: 'Press Play in the figure. Who leads at first, and who wins?',
    watch: () => () => false,
    answer:
      'In place leads at first, since it uses news at once: the distance falls to a tenth in a sweep. All at once it is cubed, and a cube beats any factor; it is the one that a GPU likes, too.',
  },
};
