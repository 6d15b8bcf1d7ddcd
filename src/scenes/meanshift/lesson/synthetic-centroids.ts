import { html } from 'lit-html';
import { formula } from '../../../view/formula.ts';
import type { LessonPage } from '../../../view/lesson-page.ts';
import type { SceneWorld } from '../sim/scene-world.ts';
import { asInTheLesson } from './as-in-the-lesson.ts';

export const syntheticCentroids: LessonPage<SceneWorld> = {
  id: 'synthetic-centroids',
  title: 'Made-up data, known truth',
  time: '37:05',
  body: () => html`
    <p>
      To see whether a method finds clusters, begin with data whose clusters you know. The lesson
      draws six centroids at random between −35 and 35 along each axis, and around each of them 250
      points from a normal distribution with variance 5: a standard deviation of
      ${formula('\\sqrt5\\approx2.24')}.
    </p>
    <p>
      The seed is 42, and these are the notebook’s very numbers: its first point lies at (26.204,
      26.349). Mean shift sees the points alone, never the crosses.
    </p>
  `,
  state: { values: asInTheLesson, step: 0, playing: false, picked: null, byPhase: false },
  subject: 'parameter spread',
  question: {
    text: 'Draw them wider: type 15 as the spread, or turn it further. Could you still say, by eye, where one group ends?',
    watch: () => (now) => now.world.values.spread >= 15,
    answer:
      'At variance 15 the standard deviation is √15 ≈ 3.87, and neighbouring groups run into each other. No method can take apart what the data have mixed.',
  },
};
