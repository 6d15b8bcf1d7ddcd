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
    <p>How far apart are two points? Pythagoras: the differences along the axes are the short sides.</p>
    ${displayFormula('d=\\sqrt{\\Delta x^2+\\Delta y^2}')}
    <p>
      It does not end at two axes: square the differences, add them up, take the root. And 2 is only
      one choice of power. A <em>norm</em> in general:
    </p>
    ${displayFormula('\\lVert v\\rVert_\\alpha=\\Bigl(\\sum_i |v_i|^{\\alpha}\\Bigr)^{1/\\alpha}')}
    <p>
      ${formula('\\alpha=1')} walks along the streets of a grid, ${formula('\\alpha=2')} flies
      straight, a huge ${formula('\\alpha')} sees the largest difference alone.
    </p>
  `,
  figure: showUnitCircle,
  state: { values: asInTheLesson, step: 0, playing: false, picked: null, byPhase: false },
  subject: 'stage',
  question: {
    text: 'Pick a point in the picture, and find its distances on the kernel’s chart.',
    watch: () => (now) => now.picked !== null,
    answer:
      'Each dot on the chart is one other point: to the right its distance by Pythagoras, upwards the weight that this gives it.',
  },
};
