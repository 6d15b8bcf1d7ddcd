/** 0, 1, 2, …: the rows of entities that are made in the order of their data. */
export const rowNumbers = (count: number): Uint32Array =>
  Uint32Array.from({ length: count }, (_, row) => row);
