import { html } from 'lit-html';
import { formula } from '../../../view/formula.ts';
import type { LessonPage } from '../../../view/lesson-page.ts';
import type { SceneWorld } from '../sim/scene-world.ts';
import { fromTheStart } from './from-the-start.ts';

export const wheels: LessonPage<SceneWorld> = {
  id: 'wheels',
  title: 'The chain rule',
  body: () => html`
    <p>
      A wheel turns a second one twice as fast, and that turns a third twice as fast: the third turns
      four times as fast as the first. Rates multiply:
      ${formula('\\frac{dy}{dx}=\\frac{dy}{du}\\cdot\\frac{du}{dx}')}, and du cancels as in any fraction.
    </p>
    <p>In sin(x²) the inner wheel is u = x², the outer one y = sin u.</p>
  `,
  state: {
    values: { ...fromTheStart, preset: 'a composition' },
    step: 0,
    playing: false,
    byPhase: false,
  },
  subject: 'tool chain',
  question: {
    text: 'Type a composition of your own into “The function”, for example exp(-x^2).',
    watch(opening) {
      const before = opening.world.expression;
      return (now) => {
        const { expression } = now.world;
        return expression !== before && expression.kind === 'call';
      };
    },
    answer:
      'Backpropagation is this rule, applied from the loss back through every layer: fractions that cancel.',
  },
};
