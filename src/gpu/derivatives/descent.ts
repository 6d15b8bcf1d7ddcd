import type { Scope } from '../../base/scope.ts';
import type { ParameterValues } from '../../maths/expression/evaluate.ts';
import type { Expression } from '../../maths/expression/expression.ts';
import type { Scheme } from '../../maths/finite-difference.ts';
import type { Backend, ComputeBuffer, Recording } from '../backend.ts';
import type { Elements } from '../kernel.ts';
import { gradientsKernel } from './gradients-kernel.ts';
import { parameterUniformValues } from './parameter-uniforms.ts';

export interface DescentStep {
  readonly scheme: Scheme;
  /** The distance h of the differences; must be above 0. */
  readonly spacing: number;
  /** The learning rate. */
  readonly rate: number;
  /** The named parameters; 1 for those that are not there. */
  readonly parameters?: ParameterValues;
}

/** The buffers of gradient descent for `count` points, and the recordings that work on them. */
export interface Descent {
  readonly count: number;
  /** All x, then all y: where the points are, and where they were before the step. */
  readonly positions: ComputeBuffer;
  readonly previous: ComputeBuffer;
  /** f at the previous positions. */
  readonly heights: ComputeBuffer;
  /** 1: f had a value there. 2: the point took its step. */
  readonly defined: ComputeBuffer;
  /** What `fetch` brings. */
  readonly fetched: {
    readonly positions: Elements;
    readonly heights: Elements;
    readonly defined: Elements;
  };
  readonly fetch: Recording;
  /** Takes the positions back to the previous ones. */
  readonly restorePrevious: Recording;
  /** Puts the points elsewhere; all x, then all y. */
  setPositions(positions: ArrayLike<number>): void;
  /** Compiles what `descend` needs; only the first time for each function and scheme. */
  prepare(expression: Expression, scheme: Scheme): Promise<void>;
  /** Moves every point once, downhill; prepare it first. Good until it is asked for again. */
  descend(expression: Expression, step: DescentStep): Recording;
}

/** @param positions where the points begin: all x, then all y, of n >= 1 points */
export function createDescent(
  compute: Backend,
  scope: Scope,
  positions: ArrayLike<number>,
): Descent {
  const count = positions.length / 2;
  const own = compute.within(scope);
  const now = own.createBuffer('positions', 'real', 2 * count);
  const previous = own.createBuffer('previous positions', 'real', 2 * count);
  const heights = own.createBuffer('heights', 'real', count);
  const defined = own.createBuffer('defined', 'u32', count);
  const fetched = {
    positions: compute.createElements('real', 2 * count),
    heights: compute.createElements('real', count),
    defined: compute.createElements('u32', count),
  };
  const steps = own.cacheRecordings(1);

  function setPositions(places: ArrayLike<number>): void {
    const elements = compute.createElements('real', 2 * count);
    elements.set(places);
    compute.upload(now, elements);
    compute.upload(previous, elements);
  }
  setPositions(positions);

  return {
    count,
    positions: now,
    previous,
    heights,
    defined,
    fetched,
    fetch: own.record([
      { kind: 'read', from: now, into: fetched.positions },
      { kind: 'read', from: heights, into: fetched.heights },
      { kind: 'read', from: defined, into: fetched.defined },
    ]),
    restorePrevious: own.record([{ kind: 'copy', from: previous, to: now }]),
    setPositions,
    prepare: (expression, scheme) => compute.compile(gradientsKernel({ expression, scheme })),
    descend(expression, { scheme, spacing, rate, parameters = {} }) {
      const kernel = gradientsKernel({ expression, scheme });
      const changing = { spacing, rate, ...parameterUniformValues(expression, parameters) };
      const recording = steps.get([kernel], () => {
        const buffers = { positions: previous, moved_positions: now, heights, defined };
        const uniforms = { count, zero: 0, ...changing };
        return [
          { kind: 'copy', from: now, to: previous },
          { kind: 'dispatch', kernel, uniforms, buffers, grid: [count], work: count * 100 },
        ];
      });
      recording.setUniforms(changing);
      return recording;
    },
  };
}
