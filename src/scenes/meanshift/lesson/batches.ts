import { html } from 'lit-html';
import type { LessonPage } from '../../../view/lesson-page.ts';
import type { SceneWorld } from '../sim/scene-world.ts';
import { asInTheLesson } from './as-in-the-lesson.ts';

export const batches: LessonPage<SceneWorld> = {
  id: 'batches',
  title: 'The GPU, and batches',
  time: '1:15:34',
  body: () => html`
    <p>
      A Python loop over 1,500 points took the lesson about 600 ms for five steps. A GPU has
      thousands of lanes, and one point at a time leaves nearly all of them idle. So a
      <em>batch</em> of points goes through every line at once, each with a row of its own in the
      tensors.
    </p>
    <p>
      In the lesson five steps took 157 ms in batches of 5, 13 ms in batches of 64 and 2 ms in
      batches of 1,250. Here it is the same trade.
    </p>
  `,
  state: { values: asInTheLesson, step: 0, playing: false, picked: null, byPhase: false },
  subject: 'parameter batch',
  question: {
    guess: {
      text: 'Batches of one: the same arithmetic, 1,500 times one point. What becomes of the time of a step?',
      choices: ['shorter', 'the same', 'longer'],
      right: 2,
    },
    text: 'Set the batch size to 1 and take a step.',
    watch(opening) {
      const from = opening.world.step;
      return ({ world }) => world.values.batch === 1 && world.step > from;
    },
    answer:
      'Batches run one after another, and a small one waits more than it computes. The points moved differently, too: that is the next page.',
  },
};
