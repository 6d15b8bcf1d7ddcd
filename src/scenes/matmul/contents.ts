import type { PageTitle } from '../page-title.ts';

/** The lesson's pages in their order, small enough to be there before the scene is loaded. */
export const contents: readonly PageTitle[] = [
  { id: 'welcome', title: 'What you see' },
  { id: 'three-loops', title: 'Three loops', time: '10:52' },
  { id: 'row-by-column', title: 'Row by column' },
  { id: 'whole-rows', title: 'Whole rows at once' },
  { id: 'letters', title: 'Letters for axes', time: '11:59' },
  { id: 'one-cell-each', title: 'One cell each', time: '18:34' },
  { id: 'shared-tiles', title: 'Read once, use often' },
  { id: 'the-ladder', title: 'What it is worth here' },
];
