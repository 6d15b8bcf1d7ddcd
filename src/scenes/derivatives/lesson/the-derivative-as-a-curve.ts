import { html } from 'lit-html';
import type { LessonPage } from '../../../view/lesson-page.ts';
import type { SceneWorld } from '../sim/scene-world.ts';
import { fromTheStart } from './from-the-start.ts';

export const theDerivativeAsACurve: LessonPage<SceneWorld> = {
  id: 'the-derivative-as-a-curve',
  title: 'A slope at every x',
  body: () => html`
    <p>
      Travel along the curve and note the slope as you go: that draws another curve, the derivative.
      Where the function has its tops and bottoms, the derivative crosses 0.
    </p>
    <p>A thousand slopes are taken at once here, one GPU lane for each x.</p>
  `,
  state: {
    values: { ...fromTheStart, preset: 'sin x', motion: 'travel' },
    step: 20,
    playing: true,
    byPhase: false,
    speed: 12,
  },
  subject: 'stage',
  question: {
    guess: {
      text: 'The pale curve below is the slope of sin x, at every x. Which curve is it?',
      choices: ['sin x again', 'cos x', '−sin x'],
      right: 1,
    },
    text: 'Let the point travel to the end.',
    watch: () => (now) => now.world.motion === 'travel' && now.world.atRest,
    answer:
      'The same wave, a quarter earlier. And its slope is −sin x: choose derivative 2 under “Controls”.',
  },
};
