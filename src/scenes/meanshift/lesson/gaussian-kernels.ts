import { html } from 'lit-html';
import { displayFormula } from '../../../view/formula.ts';
import type { LessonPage } from '../../../view/lesson-page.ts';
import type { SceneWorld } from '../sim/scene-world.ts';
import { asInTheLesson } from './as-in-the-lesson.ts';

export const gaussianKernels: LessonPage<SceneWorld> = {
  id: 'gaussian-kernels',
  title: 'From distance to weight',
  time: '47:37',
  body: () => html`
    <p>
      What turns a distance into a weight is a <em>kernel</em>. The lesson’s is the bell curve, and the
      bandwidth <em>b</em> is its standard deviation:
    </p>
    ${displayFormula('\\frac{1}{b\\sqrt{2\\pi}}\\;\\exp\\left(-\\frac12\\left(\\frac{d}{b}\\right)^{2}\\right)')}
    <p>
      At <em>d</em> = <em>b</em> a point still has 61% of the weight that it has at 0, at 2<em>b</em>
      14%, at 3<em>b</em> 1%.
    </p>
  `,
  state: { values: asInTheLesson, step: 0, playing: false, picked: 0, byPhase: false },
  subject: 'chart kernel',
  besides: ['parameter kernel'],
  question: {
    text: 'Choose the triangular kernel, the lesson’s other one. What becomes of the far points?',
    watch: () => (now) => now.world.values.kernel === 'triangular',
    answer:
      'Beyond the bandwidth a point has no say at all, and no exponential is needed. A factor in front, like 1/(b√2π), cancels in a mean.',
  },
};
