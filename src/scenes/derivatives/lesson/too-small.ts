import { html } from 'lit-html';
import type { LessonPage } from '../../../view/lesson-page.ts';
import type { SceneWorld } from '../sim/scene-world.ts';
import { fromTheStart } from './from-the-start.ts';

export const tooSmall: LessonPage<SceneWorld> = {
  id: 'too-small',
  title: 'Smaller is not always better',
  body: () => html`
    <p>
      A computer keeps some 16 digits. When h is so small that f(x + h) and f(x) agree in nearly all of
      them, little is left of their difference, and dividing by h makes its rounding large.
    </p>
    <p>
      The chart shows both ends: to the right the error falls with h, to the left it grows again. The
      best h for a forward difference is near the square root of the last digit’s worth, for a central
      one near its cube root.
    </p>
  `,
  state: {
    values: { ...fromTheStart, preset: 'sin x' },
    step: 20,
    playing: false,
    byPhase: false,
  },
  subject: 'chart error',
  question: {
    text: 'Go on until the slope is worse than it was: until it is off by more than a thousandth again.',
    watch: () => (now) => {
      const { taken, step } = now.world;
      const { x } = now.world.now;
      const last = taken.at(-1);
      return last !== undefined && step > 30 && Math.abs(last.slope - Math.cos(x)) > 1e-3;
    },
    answer:
      'In f32 this happens long before: with 7 digits the best forward h is about 3 ten-thousandths.',
  },
};
