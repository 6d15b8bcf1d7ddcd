import { InputError } from '../../../base/input-error.ts';
import type { Scope } from '../../../base/scope.ts';
import { addEntities } from '../../../components/add-entities.ts';
import { rowNumbers } from '../../../components/row-numbers.ts';
import type { Backend } from '../../../gpu/backend.ts';
import { createDescent } from '../../../gpu/derivatives/descent.ts';
import { createSlopes } from '../../../gpu/derivatives/slopes.ts';
import { derivative } from '../../../maths/expression/derivative.ts';
import { torchRandom } from '../../../maths/torch-random.ts';
import {
  type DerivativesWorld,
  derivativesComponents,
  orderOf,
} from '../../../systems/derivatives/world.ts';
import { createMirror } from '../../../world/create-mirror.ts';
import { mirroredPlaces } from '../../../world/mirrored-places.ts';
import { openWorld } from '../../../world/open-world.ts';
import { resolveValues } from '../../../world/resolve-values.ts';
import { refreshWorld } from '../../../world/tick.ts';
import { type DerivativesValues, parameters } from '../parameters.ts';
import type { SceneWorld } from './scene-world.ts';
import { schedule } from './schedule.ts';
import { hasY } from './suited-values.ts';

/** Samples along the curve; the point is one more. */
const sampleCount = 2048;
const nowhere = { x: 0, h: 0 };

/**
 * Makes the world of a function: its curve as a chain of entities, and the points that roll downhill
 * on it as others.
 *
 * @throws InputError for a window that is none
 */
export async function enterDerivatives(
  values: DerivativesValues,
  compute: Backend,
  scope: Scope,
): Promise<SceneWorld> {
  const resolve = (given: DerivativesValues, former?: SceneWorld) =>
    resolveValues(parameters, given, former);
  const resolved = resolve(values);
  const { f: expression, from, to, motion, points, seed, scheme, precision } = resolved;
  if (from >= to) {
    throw new InputError(`the window from ${from} to ${to} is empty; let it end after it begins`);
  }
  const window = { from, to };
  const isField = hasY(expression);
  const isDescent = isField || motion === 'descend';
  const rollerCount = isDescent ? points : 0;
  const curveCount = isField ? 0 : sampleCount;
  const sampleX = new Float64Array(sampleCount + 1);
  const slopes = isField ? null : createSlopes(compute, scope, sampleX);
  const starts = released(rollerCount, window, seed, isField);
  const descent = isDescent ? createDescent(compute, scope, starts) : null;
  await Promise.all([
    slopes?.prepare(expression, { scheme, order: orderOf({ resolved }) }),
    descent?.prepare(expression, scheme),
  ]);
  const world: SceneWorld = openWorld({
    values,
    resolved,
    resolve,
    compute,
    scope,
    components: derivativesComponents,
    capacity: curveCount + 1 + rollerCount,
    own: {
      expression,
      derivatives: [derivative(expression, 1), derivative(expression, 2)] as const,
      isField,
      motion: isField ? 'descend' : motion,
      window,
      slopes,
      descent,
      lastRoll: null,
      sampleX,
      parameters: {},
      precision,
      coming: { before: nowhere, now: nowhere, parameters: {}, precision },
      now: { ...nowhere },
      before: { ...nowhere },
      taken: [],
    },
  });
  await populate(world, curveCount, starts);
  mirrorResults(world);
  await refreshWorld(world, schedule, values);
  return world;
}

/** Where points are released: all x, then all y; on a curve y is 0. */
function released(
  count: number,
  { from, to }: { readonly from: number; readonly to: number },
  seed: number,
  isField: boolean,
): Float64Array {
  const uniforms = torchRandom(seed).uniforms(2 * count);
  return Float64Array.from({ length: 2 * count }, (_, i) => {
    if (i >= count) return isField ? from + (to - from) * uniforms[i] : 0;
    // On a curve they stand in a row; in a field they lie anywhere.
    const part = isField ? uniforms[i] : (i + 0.5) / count;
    return from + (to - from) * part;
  });
}

async function populate(
  world: DerivativesWorld,
  curveCount: number,
  starts: Float64Array,
): Promise<void> {
  if (curveCount > 0) {
    await addEntities(world, curveCount, {
      Position: {},
      Slope: {},
      Curve: {},
      Row: { index: rowNumbers(curveCount) },
    });
    // The point, which is the last of the samples.
    await addEntities(world, 1, { Position: {}, Slope: {}, Row: { index: curveCount } });
  }
  const count = starts.length / 2;
  const places = { x: starts.subarray(0, count), y: starts.subarray(count) };
  await addEntities(world, count, {
    Position: places,
    PreviousPosition: places,
    Row: { index: rowNumbers(count) },
  });
}

function mirrorResults(world: DerivativesWorld): void {
  const { slopes, descent, components } = world;
  const { Position, PreviousPosition, Slope, Row } = components;
  if (slopes) {
    const found = {
      components: [Position, Slope, Row],
      row: Row.index,
      isResult: true,
      refreshes: true,
    };
    const values = { ...found, buffer: slopes.values, fields: [{ now: Position.y }] };
    const rates = { ...found, buffer: slopes.slopes, fields: [{ now: Slope.value }] };
    world.mirrors.push(
      createMirror(world, { ...values, defined: { buffer: slopes.defined, bit: 1 } }),
      createMirror(world, { ...rates, defined: { buffer: slopes.defined, bit: 2 } }),
    );
  }
  if (!descent) return;
  world.mirrors.push(
    createMirror(world, {
      buffer: descent.positions,
      previous: descent.previous,
      components: [Position, PreviousPosition, Row],
      row: Row.index,
      fields: mirroredPlaces(Position, PreviousPosition),
    }),
  );
}
