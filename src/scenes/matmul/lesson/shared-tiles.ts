import { html } from 'lit-html';
import type { LessonPage } from '../../../view/lesson-page.ts';
import type { SceneWorld } from '../sim/scene-world.ts';
import { fromTheStart } from './from-the-start.ts';

export const sharedTiles: LessonPage<SceneWorld> = {
  id: 'shared-tiles',
  title: 'Read once, use often',
  body: () => html`
    <p>
      All cells of a row read the same row of A. A block of 16×16 can read a <em>tile</em> of A and one
      of B into memory that it shares, and then use each number again and again. On a graphics card
      that wins; where the GPU is a CPU in disguise, it loses.
    </p>
    <p>
      So <code>gpu-best</code> does not guess. It tries several kernels on your machine and takes the
      fastest.
    </p>
  `,
  state: {
    values: { ...fromTheStart, method: 'gpu-tiled', preset: 'random', m: 20, k: 32, n: 20 },
    step: 1,
    playing: false,
    picked: null,
    byPhase: true,
    phase: 0,
  },
  subject: 'parameter k',
  question: {
    guess: {
      text: 'A block has read a tile of 16×16 numbers of A. How often is each of them used?',
      choices: ['once', '16 times', '256 times'],
      right: 1,
    },
    text: 'With k = 32 there are two tiles along the sum; the second is framed. Turn k until there are three.',
    watch: () => (now) => now.world.values.method === 'gpu-tiled' && now.world.walk.steps === 3,
    answer:
      'Each number serves the 16 cells of its row. From 33 to 48 terms there are three tiles; what the last one lacks is padded with zeros, which add nothing.',
  },
};
