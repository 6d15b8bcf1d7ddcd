import { html } from 'lit-html';
import type { LessonPage } from '../../../view/lesson-page.ts';
import type { SceneWorld } from '../sim/scene-world.ts';
import { ladderResults } from '../studies/ladder-results.ts';
import { fromTheStart } from './from-the-start.ts';

export const theLadder: LessonPage<SceneWorld> = {
  id: 'the-ladder',
  title: 'What it is worth here',
  body: () => html`
    <p>
      From 421 ms for five rows to 0.458 ms for 50,000: a row became nine million times cheaper in the
      notebook. What is it on <em>your</em> machine? TypeScript’s loops are compiled, so the ladder
      begins higher here than in Python.
    </p>
    <p>
      Small products hardly wait for arithmetic: bringing A and B to the GPU and C back takes longer.
    </p>
  `,
  state: {
    values: { ...fromTheStart, preset: 'lesson', method: 'gpu-best' },
    step: 0,
    playing: false,
    picked: null,
    byPhase: false,
  },
  subject: 'tool measure',
  question: {
    text: 'Press “Measure”, and see which rung wins for five rows.',
    watch: () => (now) => ladderResults(now.world.compute).reports.length === 7,
    answer:
      'Now measure the lesson’s 50,000 rows: the more there is to do, the more the higher rungs pay off.',
  },
};
