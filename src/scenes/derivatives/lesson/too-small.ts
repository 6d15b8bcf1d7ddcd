import { html } from 'lit-html';
import type { LessonPage } from '../../../view/lesson-page.ts';
import type { SceneWorld } from '../sim/scene-world.ts';
import { fromTheStart } from './from-the-start.ts';

export const tooSmall: LessonPage<SceneWorld> = {
  id: 'too-small',
  title: 'Smaller is not always better',
  body: () => html`
    <p>
      A computer keeps some 16 digits, a GPU 7. Where f(x + h) and f(x) agree in nearly all of them,
      little is left of their difference, and dividing by h makes its rounding large.
    </p>
    <p>
      The best h for a forward difference is near the square root of the last digit’s worth, for a
      central one near its cube root.
    </p>
  `,
  state: {
    values: { ...fromTheStart, preset: 'sin x' },
    step: 20,
    playing: true,
    byPhase: false,
    speed: 6,
  },
  subject: 'chart error',
  question: {
    guess: {
      text: 'At step 20, h is a millionth. It goes on being halved: what does the error of the slope do?',
      choices: ['falls to 0', 'stays', 'grows again'],
      right: 2,
    },
    text: 'Watch the chart until the slope is off by more than a thousandth.',
    watch: () => (now) => {
      const { taken, step } = now.world;
      const { x } = now.world.now;
      const last = taken.at(-1);
      return last !== undefined && step > 30 && Math.abs(last.slope - Math.cos(x)) > 1e-3;
    },
    answer:
      'It falls with h, and then rounding takes over. In f32 that is long before: with 7 digits the best forward h is about 3 ten-thousandths.',
  },
};
