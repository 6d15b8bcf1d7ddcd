/** The phases of a step; the picture, the code and the transport name them alike. */
export const phases = [
  { name: 'read', help: 'The values of A and B that this step works on.' },
  { name: 'multiply', help: 'They meet, and each pair is multiplied.' },
  { name: 'sum', help: 'The products of a cell are summed.' },
  { name: 'write', help: 'The sum goes to its cell of C.' },
] as const;

export type PhaseName = (typeof phases)[number]['name'];
