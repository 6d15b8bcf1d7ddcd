import type { Stores } from '../../components/component.ts';
import { Influence } from '../../components/influence.ts';
import { Membership } from '../../components/membership.ts';
import { Position } from '../../components/position.ts';
import { PreviousPosition } from '../../components/previous-position.ts';
import { Row } from '../../components/row.ts';
import { Source } from '../../components/source.ts';
import type { MeanShift } from '../../gpu/meanshift/mean-shift.ts';
import type { WeightKernel } from '../../maths/weight-kernel.ts';
import type { World } from '../../world/world.ts';

/** What its entities can have. */
export const meanShiftComponents = {
  Position,
  PreviousPosition,
  Row,
  Source,
  Membership,
  Influence,
};

/** How far the points moved in one step, in the world's units. */
export interface Shift {
  readonly mean: number;
  readonly max: number;
}

/** The point that is looked at, and what a step does with it; world units. */
export interface Focus {
  readonly row: number;
  /** What it was worked out from: the last step's shift, undefined at step 0, and the kernel. */
  readonly shift: TakenShift | undefined;
  readonly bandwidth: number;
  readonly kernel: WeightKernel;
  /** The point; null where there is none of that row. */
  entity: number | null;
  weightSum: number;
  /** How many points weigh more than 1 % for it. */
  heavy: number;
  /** Half of the points are nearer than this: sorted when it is asked for first. */
  medianDistance: () => number;
  /** The weighted sum of the differences to all points. */
  pullX: number;
  pullY: number;
  /** The weighted mean that it moves to when all points move at once. */
  meanX: number;
  meanY: number;
}

/** A shift, and the values that it was taken with. */
export interface TakenShift extends Shift {
  readonly takenWith: ResolvedMeanShift;
}

export interface MeanShiftValues {
  readonly bandwidth: number;
  readonly kernel: WeightKernel;
  /** null: all points at once. */
  readonly batch: number | null;
}

export interface ResolvedMeanShift extends MeanShiftValues {
  /** How many points move at once, at most as many as there are. */
  readonly batch: number;
}

/** The world that the mean shift systems work on. Points have a Row; true centroids have none. */
export interface MeanShiftWorld extends World<MeanShiftValues, ResolvedMeanShift> {
  readonly components: Stores<typeof meanShiftComponents>;
  readonly meanShift: MeanShift;
  /** In bandwidths: when every point moves less than this in two steps, the world is at rest. */
  readonly tolerance: number;
  /** In bandwidths: points nearer than this belong to one cluster. */
  readonly mergeRadius: number;
  focus: Focus | null;
  /** One entry a step taken. */
  readonly shifts: TakenShift[];
  /** How many points each cluster found so far has, largest first. */
  clusterSizes: readonly number[];
}
