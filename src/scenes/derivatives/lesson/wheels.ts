import { html } from 'lit-html';
import { formula } from '../../../view/formula.ts';
import type { LessonPage } from '../../../view/lesson-page.ts';
import type { SceneWorld } from '../sim/scene-world.ts';
import { fromTheStart } from './from-the-start.ts';
import { showWheels } from './wheels-figure.ts';

export const wheels: LessonPage<SceneWorld> = {
  id: 'wheels',
  title: 'The chain rule',
  body: () => html`
    <p>
      Wheel x turns wheel u, and u turns y. Rates multiply:
      ${formula('\\frac{dy}{dx}=\\frac{dy}{du}\\cdot\\frac{du}{dx}')}, and du cancels as in any fraction.
    </p>
    <p>
      In sin(x²) the inner wheel is u = x², the outer one y = sin u, and the rates change as x turns: see
      “The chain rule” under “Tools”.
    </p>
    <p>Backpropagation is this rule, from the loss back through every layer.</p>
  `,
  figure: showWheels,
  state: {
    values: { ...fromTheStart, preset: 'a composition' },
    step: 0,
    playing: false,
    byPhase: false,
  },
  subject: 'stage',
  question: {
    guess: {
      text: 'u turns twice as fast as x, and y three times as fast as u. How fast is y?',
      choices: ['5 times x', '6 times x', '8 times x'],
      right: 1,
    },
    text: 'Set y by u to × 3 in the figure, and give x one whole turn.',
    watch: () => () => false,
    answer: 'Six turns of y for one of x: 3 · 2, and not 3 + 2.',
  },
};
