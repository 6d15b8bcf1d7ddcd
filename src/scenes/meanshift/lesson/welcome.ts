import { html } from 'lit-html';
import type { LessonPage } from '../../../view/lesson-page.ts';
import type { SceneWorld } from '../sim/scene-world.ts';

export const welcome: LessonPage<SceneWorld> = {
  id: 'welcome',
  title: 'What you see',
  body: () => html`
    <p>
      1,500 points in the plane. Nobody tells the computer that they came from six groups; the
      colours are for your eyes only. In every step each point moves to the <em>weighted mean</em>
      of all points, where near ones count much and far ones hardly at all.
    </p>
    <p>
      So every point climbs towards where its neighbours are densest, and after a few steps each
      group has become one spot. That is <em>mean shift</em>: clustering without being told how many
      clusters there are. The crosses mark the true centroids.
    </p>
  `,
  state: {},
  subject: 'transport',
  question: {
    text: 'Time runs both ways here. Step back, or drag the time slider to the left: where did the points come from?',
    watch(opening) {
      let furthest = opening.world.step;
      return ({ world: { step } }) => {
        furthest = Math.max(furthest, step);
        return step < furthest;
      };
    },
    answer:
      'From wherever you stop, Play goes on and ends in the same place: a step depends on nothing but the points.',
  },
};
