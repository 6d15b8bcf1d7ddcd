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
    <p>Where there is a corner there is nothing to settle on, however near you look.</p>
  `,
  state: {
    values: { ...fromTheStart, preset: 'a composition', h: 0.001 },
    step: 0,
    playing: false,
    byPhase: false,
  },
  subject: 'parameter zoom',
  question: {
    text: 'Turn the microscope up until the curve is straight. Then choose the preset |x|, put the point at 0, and try again.',
    watch: () => (now) => {
      const { values } = now.world;
      const { x } = now.world.now;
      return values.preset === '|x|' && values.zoom >= 20 && Math.abs(x) < 0.01;
    },
    answer:
      'The corner of |x| stays a corner at every magnification: there is no slope at 0. The forward difference says 1, the backward one −1.',
  },
};
