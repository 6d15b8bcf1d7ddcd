import { html } from 'lit-html';
import type { LessonPage } from '../../../view/lesson-page.ts';
import type { SceneWorld } from '../sim/scene-world.ts';
import { fromTheStart } from './from-the-start.ts';

export const toNothing: LessonPage<SceneWorld> = {
  id: 'to-nothing',
  title: 'A distance that shrinks to nothing',
  body: () => html`
    <p>
      Nothing can be divided by 0. But with every halving of h another digit of the slope settles, and
      what they settle on is the derivative: for x², 2x.
    </p>
    <p>The list of digits beside the picture shows which of them agree already.</p>
  `,
  state: { values: fromTheStart, step: 0, playing: false, byPhase: false },
  subject: 'tool digits',
  question: {
    text: 'Let h shrink until the slope differs from 2 by less than a millionth.',
    watch: () => (now) => {
      const last = now.world.taken.at(-1);
      return last !== undefined && now.world.step > 0 && Math.abs(last.slope - 2) < 1e-6;
    },
    answer: '20 steps: the error is h itself, and 1 halved twenty times is just below a millionth.',
  },
};
