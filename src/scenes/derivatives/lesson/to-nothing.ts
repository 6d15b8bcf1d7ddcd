import { html } from 'lit-html';
import type { LessonPage } from '../../../view/lesson-page.ts';
import type { SceneWorld } from '../sim/scene-world.ts';
import { fromTheStart } from './from-the-start.ts';

export const toNothing: LessonPage<SceneWorld> = {
  id: 'to-nothing',
  title: 'A distance that shrinks to nothing',
  body: () => html`
    <p>
      Nothing can be divided by 0. But with every halving of h another bit of the slope settles, and
      what they settle on is the derivative: for x², 2x.
    </p>
  `,
  state: { values: fromTheStart, step: 0, playing: false, byPhase: false, speed: 4 },
  subject: 'tool digits',
  question: {
    text: 'Play: let h shrink until the slope differs from 2 by less than a millionth. How many halvings?',
    watch: () => (now) => {
      const last = now.world.taken.at(-1);
      return last !== undefined && now.world.step > 0 && Math.abs(last.slope - 2) < 1e-6;
    },
    answer: '20: the error is h itself, and 1 halved twenty times is just below a millionth.',
  },
};
