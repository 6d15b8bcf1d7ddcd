import type { PageTitle } from '../page-title.ts';

/** The lesson's pages in their order, small enough to be there before the scene is loaded. */
export const contents: readonly PageTitle[] = [
  { id: 'welcome', title: 'What you see' },
  { id: 'synthetic-centroids', title: 'Made-up data, known truth', time: '37:05' },
  { id: 'the-algorithm', title: 'The algorithm', time: '41:47' },
  { id: 'gaussian-kernels', title: 'From distance to weight', time: '47:37' },
  { id: 'distances', title: 'Distances and norms', time: '53:33' },
  { id: 'weighted-average', title: 'The weighted average', time: '1:04:25' },
  { id: 'animation', title: 'Making it move', time: '1:11:53' },
  { id: 'batches', title: 'The GPU, and batches', time: '1:15:34' },
  { id: 'in-place', title: 'In place, or all at once?' },
  { id: 'broadcasting', title: 'Why the shapes fit', time: '1:21:50' },
];
