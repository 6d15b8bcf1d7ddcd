import { html } from 'lit-html';
import type { LessonPage } from '../../../view/lesson-page.ts';
import type { SceneWorld } from '../sim/scene-world.ts';
import { fromTheStart } from './from-the-start.ts';
import { showGrowth } from './growth-figure.ts';

export const infinitesimals: LessonPage<SceneWorld> = {
  id: 'infinitesimals',
  title: 'Infinitesimals',
  body: () => html`
    <p>
      Calculate with dx as with a number so small that its square is nothing. A square of side x that
      grows by dx gains two strips, x·dx each, and a corner dx². Leave the corner out and divide by dx:
      2x.
    </p>
    <p>
      <em>Dual numbers</em> do exactly this on a computer: every number carries its slope along, a + b·ε
      with ε² = 0. No h, and no rounding beyond that of the function itself.
    </p>
  `,
  figure: showGrowth,
  state: { values: fromTheStart, step: 0, playing: false, byPhase: false },
  subject: 'stage',
  question: {
    text: 'Turn dx in the figure down to a hundredth of x. Which part vanishes first?',
    watch: () => () => false,
    answer:
      'The corner: a hundredth of a hundredth, while the strips, divided by dx, stay 2x. Choose the scheme “dual” under “Controls”, and see what is left of the error.',
  },
};
