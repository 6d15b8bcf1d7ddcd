import { html } from 'lit-html';
import { rollersOf } from '../../../systems/derivatives/entities-of.ts';
import type { LessonPage } from '../../../view/lesson-page.ts';
import type { SceneWorld } from '../sim/scene-world.ts';
import { fromTheStart } from './from-the-start.ts';

export const downhill: LessonPage<SceneWorld> = {
  id: 'downhill',
  title: 'What it is all for: downhill',
  body: () => html`
    <p>
      A model is wrong by some amount, its <em>loss</em>, and the slope of the loss by a weight says
      which way the weight should go: against the slope. How far is the <em>learning rate</em>’s say.
    </p>
    <p>
      With two weights the loss is a landscape. Every point looks at its own slope in x and in y and
      takes its own step, all of them at once.
    </p>
  `,
  state: {
    values: { ...fromTheStart, preset: 'squared error', motion: 'descend' },
    step: 0,
    playing: true,
    byPhase: false,
  },
  subject: 'parameter rate',
  besides: ['parameter preset'],
  question: {
    text: 'This loss has its valley at about 1.97. Get the learning rate wrong: make it ten times as large, and watch.',
    watch: () => (now) => {
      const { components, window } = now.world;
      const rollers = [...rollersOf(now.world)];
      return rollers.some(
        (it) => Math.abs(components.Position.x[it]) > 10 * (window.to - window.from),
      );
    },
    answer:
      'Each step goes too far and lands higher than it began. Try the presets Himmelblau and Rosenbrock: valleys in two dimensions.',
  },
};
