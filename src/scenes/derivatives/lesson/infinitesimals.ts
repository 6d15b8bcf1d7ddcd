import { html } from 'lit-html';
import type { LessonPage } from '../../../view/lesson-page.ts';
import type { SceneWorld } from '../sim/scene-world.ts';
import { fromTheStart } from './from-the-start.ts';

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
  state: { values: fromTheStart, step: 0, playing: false, byPhase: false },
  subject: 'tool infinitesimals',
  question: {
    text: 'Choose the scheme “dual” in the panel: how far from the exact slope is it?',
    watch: () => (now) => now.world.resolved.scheme === 'dual',
    answer:
      'Not at all. The tool “Dual numbers” shows how the slope is carried through your function, line by line.',
  },
};
