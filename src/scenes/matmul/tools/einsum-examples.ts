export interface EinsumExample {
  readonly label: string;
  readonly expression: string;
  readonly shapes: readonly string[];
}

/** What the einsum tool offers, from the lesson’s product to whatever numpy takes. */
export const einsumExamples: readonly EinsumExample[] = [
  { label: 'matrix product', expression: 'ik,kj->ij', shapes: ['5, 784', '784, 10'] },
  { label: 'its products, unsummed', expression: 'ik,kj->ikj', shapes: ['5, 784', '784, 10'] },
  { label: 'transpose', expression: 'ij->ji', shapes: ['2, 3'] },
  { label: 'trace', expression: 'ii', shapes: ['4, 4'] },
  { label: 'diagonal', expression: 'ii->i', shapes: ['4, 4'] },
  { label: 'outer product', expression: 'i,j->ij', shapes: ['3', '3'] },
  { label: 'batches of products', expression: 'bij,bjk->bik', shapes: ['8, 3, 4', '8, 4, 5'] },
  {
    label: 'attention scores',
    expression: 'bhid,bhjd->bhij',
    shapes: ['2, 4, 6, 8', '2, 4, 6, 8'],
  },
  {
    label: 'a chain, ordered by cost',
    expression: 'ij,jk,kl->il',
    shapes: ['100, 2', '2, 100', '100, 3'],
  },
  {
    label: 'whatever is in front',
    expression: '...ij,...jk->...ik',
    shapes: ['2, 1, 3, 4', '5, 4, 2'],
  },
];
