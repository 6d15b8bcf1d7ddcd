import type { PageTitle } from '../page-title.ts';

/** The lesson's pages in their order, small enough to be there before the scene is loaded. */
export const contents: readonly PageTitle[] = [
  { id: 'welcome', title: 'What you see' },
  { id: 'rise-over-run', title: 'Rise over run', time: '1:37:33' },
  { id: 'to-nothing', title: 'A distance that shrinks to nothing' },
  { id: 'too-small', title: 'Smaller is not always better' },
  { id: 'under-the-microscope', title: 'Under the microscope' },
  { id: 'infinitesimals', title: 'Infinitesimals' },
  { id: 'wheels', title: 'The chain rule' },
  { id: 'the-derivative-as-a-curve', title: 'A slope at every x' },
  { id: 'downhill', title: 'What it is all for: downhill' },
];
