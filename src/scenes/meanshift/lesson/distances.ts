import { html } from 'lit-html';
import { displayFormula, formula } from '../../../view/formula.ts';
import type { LessonPage } from '../../../view/lesson-page.ts';
import type { SceneWorld } from '../sim/scene-world.ts';
import { asInTheLesson } from './as-in-the-lesson.ts';
import { showUnitCircle } from './unit-circle-figure.ts';

export const distances: LessonPage<SceneWorld> = {
  id: 'distances',
  title: 'Distances and norms',
  time: '53:33',
  body: () => html`
    <p>How far apart are two points? Pythagoras: square the differences, add them up, take the root.</p>
    ${displayFormula('d=\\sqrt{\\Delta x^2+\\Delta y^2}')}
    <p>2 is only one choice of power. A <em>norm</em> in general:</p>
    ${displayFormula('\\lVert v\\rVert_\\alpha=\\Bigl(\\sum_i |v_i|^{\\alpha}\\Bigr)^{1/\\alpha}')}
    <p>
      ${formula('\\alpha=1')} walks along the streets of a grid, ${formula('\\alpha=2')} flies
      straight, a huge ${formula('\\alpha')} sees the largest difference alone. Each has a “circle” of
      its own: all points at distance 1.
    </p>
  `,
  figure: showUnitCircle,
  state: { values: asInTheLesson, step: 0, playing: false, picked: null, byPhase: false },
  subject: 'stage',
  question: {
    guess: {
      text: 'For which α is that circle a diamond, a square on its corner?',
      choices: ['α = 1', 'α = 4', 'α = ∞'],
      right: 0,
    },
    text: 'Turn α under the figure until the circle is a diamond.',
    watch: () => () => false,
    answer:
      '|x| + |y| = 1 is straight between the axes. Turned all the way to ∞ it is a square that lies flat: the larger of |x| and |y| is 1.',
  },
};
