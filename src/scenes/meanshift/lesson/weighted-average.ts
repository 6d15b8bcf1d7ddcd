import { html } from 'lit-html';
import { displayFormula } from '../../../view/formula.ts';
import type { LessonPage } from '../../../view/lesson-page.ts';
import type { SceneWorld } from '../sim/scene-world.ts';
import { asInTheLesson } from './as-in-the-lesson.ts';

export const weightedAverage: LessonPage<SceneWorld> = {
  id: 'weighted-average',
  title: 'The weighted average',
  time: '1:04:25',
  body: () => html`
    <p>Each point pulls with its weight; the sum of the weights makes it a mean again.</p>
    ${displayFormula('x_{\\text{new}}=\\frac{\\sum_j w_j\\,x_j}{\\sum_j w_j}')}
    <p>
      The notebook prints it for the first point with bandwidth 2: the sum is (367.870, 386.231), the
      weights add up to 13.947, and the mean is (26.376, 27.692).
    </p>
    <p>
      The bandwidth decides how far a point looks. Too small, and groups break into splinters: 19
      clusters at bandwidth 1. Too large, and they pull each other together: one at 12.
    </p>
  `,
  state: {
    values: asInTheLesson,
    step: 0,
    playing: false,
    picked: null,
    byPhase: false,
    // At wide bandwidths the last groups are slow to meet.
    speed: 20,
  },
  subject: 'parameter bandwidth',
  question: {
    text: 'Turn the bandwidth and press Play: at which do exactly four clusters remain when everything has come to rest? (Reset begins anew.)',
    watch:
      () =>
      ({ world }) =>
        world.atRest && world.step > 0 && world.clusterSizes.length === 4,
    answer:
      'Groups that lay near to each other have become one. From 2 to 3 there are six: the number of clusters follows from the bandwidth instead of being guessed.',
  },
};
