import { html } from 'lit-html';
import type { LessonPage } from '../../../view/lesson-page.ts';
import type { SceneWorld } from '../sim/scene-world.ts';

export const welcome: LessonPage<SceneWorld> = {
  id: 'welcome',
  title: 'What you see',
  body: () => html`
    <p>
      Above, a curve with two points on it. The line through both has a slope: how far it rises, over
      how far it runs. In every step the second point comes twice as near, and the line turns into the
      one that only touches the curve.
    </p>
    <p>
      Its slope is the <em>derivative</em> there. Below, the slope at every x at once: green is exact,
      orange is what two points so far apart say.
    </p>
  `,
  state: {},
  subject: 'stage',
  question: {
    text: 'Drag the first point along the curve, or take it with Tab and move it with the arrow keys. Where is the slope 0?',
    watch(opening) {
      const { x } = opening.world.now;
      return (now) => Math.abs(now.world.now.x - x) > 0.2;
    },
    answer:
      'At the bottom of the bowl, at x = 0. To its left the slope is below 0, to its right above.',
  },
};
