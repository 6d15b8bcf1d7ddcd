import type { Theme } from '../view/theme.ts';
import type { PointPlaces } from './point-places.ts';

/** The colour of each row's cluster; there are more clusters than colours, which then come again. */
export const clusterColours = (
  { count, entity }: PointPlaces,
  cluster: ArrayLike<number>,
  { clusters }: Theme,
): number[] =>
  Array.from({ length: count }, (_, row) => clusters[cluster[entity(row)] % clusters.length]);
