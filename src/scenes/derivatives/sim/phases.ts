/** The phases of a step; the picture, the code and the transport name them alike. */
export const phases = [
  { name: 'run', help: 'How far apart the two points are along x.' },
  { name: 'rise', help: 'How far apart they are in y.' },
  { name: 'divide', help: 'Rise over run is the slope of the line through both.' },
  { name: 'next', help: 'And again, a step on.' },
] as const;

export type PhaseName = (typeof phases)[number]['name'];
