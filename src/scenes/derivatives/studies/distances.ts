const decades = 16;

/**
 * Distances to take slopes over, from 1 down to 1e-16, so many a decade. The powers of ten are those
 * numbers themselves.
 */
export const distances = (perDecade: number): Float64Array =>
  Float64Array.from(
    { length: decades * perDecade + 1 },
    (_, i) => Number(`1e${-i / perDecade}`) || 10 ** (-i / perDecade),
  );
