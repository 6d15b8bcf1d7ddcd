import { html } from 'lit-html';
import { formula } from '../../../view/formula.ts';
import type { LessonPage } from '../../../view/lesson-page.ts';
import type { SceneWorld } from '../sim/scene-world.ts';
import { asInTheLesson } from './as-in-the-lesson.ts';

export const animation: LessonPage<SceneWorld> = {
  id: 'animation',
  title: 'Making it move',
  time: '1:11:53',
  body: () => html`
    <p>
      A still picture hides how it came about, so the lesson animates it: five frames of 500 ms each.
      The first frame shows the raw data, so five frames are four updates.
    </p>
    <p>
      The chart of the shift falls slowly at first, then off a cliff. A group of standard deviation
      ${formula('s')} under a bandwidth ${formula('b')} has, a step later, about
      ${formula('s^3/(s^2+b^2)')}: once it is narrow, that is a cube in every step.
    </p>
  `,
  state: { values: asInTheLesson, step: 0, playing: false, picked: null, byPhase: false },
  subject: 'chart shift',
  besides: ['transport'],
  question: {
    text: 'Stop on the last frame of the lesson’s animation: at step 4, and standing still.',
    watch:
      () =>
      ({ world, playing }) =>
        world.step === 4 && !playing,
    answer:
      'Four updates, and the eye sees six spots. It rests a little later, when no point moves by more than a thousandth of the bandwidth.',
  },
};
