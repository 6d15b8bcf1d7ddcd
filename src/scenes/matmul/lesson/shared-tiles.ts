import { html } from 'lit-html';
import type { LessonPage } from '../../../view/lesson-page.ts';
import type { SceneWorld } from '../sim/scene-world.ts';
import { fromTheStart } from './from-the-start.ts';

export const sharedTiles: LessonPage<SceneWorld> = {
  id: 'shared-tiles',
  title: 'Read once, use often',
  body: () => html`
    <p>
      All cells of a row read the same row of A. A block of 16×16 can read a tile of A and a tile of B
      into memory that it <em>shares</em>, and then use each number 16 times. On a graphics card that
      wins; where the GPU is a CPU in disguise, it loses.
    </p>
    <p>
      So <code>gpu-best</code> does not guess. It tries several kernels on your machine, shared tiles,
      rectangles in registers, tall and skinny ones, and takes the one that was fastest.
    </p>
  `,
  state: {
    values: { ...fromTheStart, method: 'gpu-tiled', preset: 'random', m: 20, k: 32, n: 20 },
    step: 1,
    playing: false,
    picked: null,
    byPhase: true,
  },
  subject: 'parameter k',
  question: {
    text: 'With k = 32 there are two tiles along the sum. Turn k until there are three.',
    watch: () => (now) => now.world.values.method === 'gpu-tiled' && now.world.walk.steps === 3,
    answer:
      'From 33 to 48 terms: the last tile may be emptier, and is padded with zeros, which add nothing.',
  },
};
