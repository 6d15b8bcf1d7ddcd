/** Nothing is passed over without a word. */
export const emptyLinesNotice = (label: string, count: number) =>
  `${label}: ${count === 1 ? '1 empty line was' : `${count} empty lines were`} passed over`;
