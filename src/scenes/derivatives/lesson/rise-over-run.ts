import { html } from 'lit-html';
import { formula } from '../../../view/formula.ts';
import type { LessonPage } from '../../../view/lesson-page.ts';
import type { SceneWorld } from '../sim/scene-world.ts';
import { carRoad } from '../tools/car-picture.ts';
import { fromTheStart } from './from-the-start.ts';

export const riseOverRun: LessonPage<SceneWorld> = {
  id: 'rise-over-run',
  title: 'Rise over run',
  time: '1:37:33',
  body: () => html`
    <p>
      A car is 5 m along after 1 s, 10 m after 2 s, 15 m after 3 s.
    </p>
    ${carRoad()}
    <p>
      From the first second to the third it goes 10 m in 2 s: 5 m/s. Distances are divided by times, and
      so are their units.
    </p>
    <p>
      The same for any function: ${formula('\\frac{f(x+h)-f(x)}{h}')}. The triangle on the curve has
      that rise and that run.
    </p>
  `,
  state: { values: fromTheStart, step: 0, playing: false, byPhase: true, phase: 0 },
  subject: 'transport',
  question: {
    text: 'With h = 1 the slope of x² at 1 comes out as 3. Press “Next phase”, right of Play, until it is 2.5.',
    watch: () => (now) => now.world.taken.at(-1)?.slope === 2.5,
    answer:
      'At h = ½: (2.25 − 1) ÷ ½. In general (x + h)² − x² is 2xh + h², so the slope is 2x + h.',
  },
};
