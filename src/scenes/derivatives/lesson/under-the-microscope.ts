import { html } from 'lit-html';
import type { LessonPage } from '../../../view/lesson-page.ts';
import type { SceneWorld } from '../sim/scene-world.ts';
import { fromTheStart } from './from-the-start.ts';

export const underTheMicroscope: LessonPage<SceneWorld> = {
  id: 'under-the-microscope',
  title: 'Under the microscope',
  body: () => html`
    <p>
      Why does one number say it all? Because a smooth curve, seen from near enough, is a straight line.
      Over an infinitesimal distance dx it rises by slope · dx and by nothing else.
    </p>
    <p>This is |x|, and the point stands at 0.</p>
  `,
  state: {
    values: { ...fromTheStart, preset: '|x|', at: 0, h: 0.001 },
    step: 0,
    playing: false,
    byPhase: false,
  },
  subject: 'parameter zoom',
  besides: ['parameter preset'],
  question: {
    guess: {
      text: 'Look from a hundred times as near. What do you see?',
      choices: ['a straight line', 'a round valley', 'the same corner'],
      right: 2,
    },
    text: 'Turn the microscope up to 100 or more.',
    watch: () => (now) => {
      const { values } = now.world;
      return values.preset === '|x|' && values.zoom >= 100 && Math.abs(now.world.now.x) < 0.01;
    },
    answer:
      'At every magnification: there is no slope at 0. The forward difference says 1, the backward one −1. Now choose “a composition” and turn it up again: a straight line.',
  },
};
