/** How many axes a tensor can have: as many as an array of numpy's. */
export const mostAxes = 64;
