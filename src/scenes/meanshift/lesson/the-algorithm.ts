import { html } from 'lit-html';
import type { LessonPage } from '../../../view/lesson-page.ts';
import type { SceneWorld } from '../sim/scene-world.ts';
import { asInTheLesson } from './as-in-the-lesson.ts';

export const theAlgorithm: LessonPage<SceneWorld> = {
  id: 'the-algorithm',
  title: 'The algorithm',
  time: '41:47',
  body: () => html`
    <p>For each point, one step of mean shift is five short lines:</p>
    <ol>
      <li>measure the <em>distance</em> to every point, itself included;</li>
      <li>turn each distance into a <em>weight</em>: near is heavy, far is light;</li>
      <li>add all points up, each times its weight: the <em>weighted sum</em>;</li>
      <li><em>divide</em> by the sum of the weights: that is the weighted mean;</li>
      <li><em>move</em> there.</li>
    </ol>
    <p>
      Then again, until nothing moves any more. The picked point shows each part as it comes; the
      other 1,499 do the same at the same time.
    </p>
  `,
  state: { values: asInTheLesson, step: 0, playing: false, picked: 0, byPhase: true },
  subject: 'transport',
  question: {
    text: 'Go through one whole step, phase by phase: press “Next phase”, right of Play, five times.',
    watch(opening) {
      const from = opening.world.step;
      const seen = new Set<number>();
      return ({ world, phase }) => {
        if (world.step === from && phase !== null) seen.add(phase);
        return world.step > from && seen.size >= 4;
      };
    },
    answer: '1,500 × 1,500 = 2,250,000 distances, weights and products, for a single step.',
  },
};
