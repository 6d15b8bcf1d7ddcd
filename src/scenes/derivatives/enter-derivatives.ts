import { addComponents, addEntity, createWorld } from 'bitecs';
import { InputError } from '../../base/input-error.ts';
import { inScope, type Scope } from '../../base/scope.ts';
import { createPosition } from '../../components/position.ts';
import { createPreviousPosition } from '../../components/previous-position.ts';
import { createRow } from '../../components/row.ts';
import { createSlope } from '../../components/slope.ts';
import type { Backend } from '../../gpu/backend.ts';
import { createDescent } from '../../gpu/derivatives/descent.ts';
import { createSlopes } from '../../gpu/derivatives/slopes.ts';
import { derivative } from '../../maths/expression/derivative.ts';
import { parametersOf } from '../../maths/expression/parameters-of.ts';
import { torchRandom } from '../../maths/torch-random.ts';
import type { DerivativesWorld } from '../../systems/derivatives/world.ts';
import { refreshWorld } from '../../world/tick.ts';
import type { World } from '../../world/world.ts';
import type { DerivativesValues } from './parameters.ts';
import { formulaOf, hasY, presetOf, readFormula, suitedH, suitedRate } from './read-formula.ts';
import { schedule } from './schedule.ts';

/** Samples along the curve; the point is one more. */
const sampleCount = 2048;
const nowhere = { x: 0, h: 0 };

/**
 * Makes the world of a function: its curve as a chain of entities, and the points that roll downhill
 * on it as others.
 *
 * @throws InputError for a window that is none
 */
export const enterDerivatives = (
  values: DerivativesValues,
  compute: Backend,
): Promise<DerivativesWorld & World<DerivativesValues>> =>
  inScope((scope) => makeWorld(values, compute, scope));

async function makeWorld(
  values: DerivativesValues,
  compute: Backend,
  scope: Scope,
): Promise<DerivativesWorld & World<DerivativesValues>> {
  const preset = presetOf(values);
  const window = { from: values.from ?? preset.from, to: values.to ?? preset.to };
  if (window.from >= window.to) {
    throw new InputError(
      `the window from ${window.from} to ${window.to} is empty; let it end after it begins`,
    );
  }
  const formula = formulaOf(values);
  const expression = readFormula(formula);
  const isField = hasY(formula);
  const isDescent = isField || values.motion === 'descend';
  const rollerCount = isDescent ? values.points : 0;
  const curveCount = isField ? 0 : sampleCount;
  const capacity = curveCount + rollerCount;
  const sampleX = new Float64Array(sampleCount + 1);
  const slopes = isField ? null : createSlopes(compute, scope, sampleX);
  const starts = released(rollerCount, window, values.seed, isField);
  const descent = isDescent ? createDescent(compute, scope, starts) : null;
  const { scheme } = values;
  await Promise.all([
    slopes?.prepare(expression, { scheme, order: values.order === '2' ? 2 : 1 }),
    descent?.prepare(expression, scheme),
  ]);
  type Entered = DerivativesWorld & World<DerivativesValues>;
  const world: Entered = createWorld<Entered>({
    values,
    compute,
    scope,
    components: {
      Position: createPosition(capacity),
      PreviousPosition: createPreviousPosition(capacity),
      Slope: createSlope(capacity),
      Row: createRow(capacity),
    },
    expression,
    derivatives: [derivative(expression, 1), derivative(expression, 2)],
    get x() {
      return this.now.x;
    },
    isField,
    motion: isField ? 'descend' : values.motion,
    suited: { at: preset.at, h: suitedH(values), rate: suitedRate(values) },
    get liveParameters() {
      const named = parametersOf(expression);
      const all: Readonly<Record<string, unknown>> = world.values;
      return Object.fromEntries(named.map((name) => [name, Number(all[name] ?? 1)]));
    },
    window,
    slopes,
    descent,
    sampleX,
    samples: [],
    rollers: [],
    parameters: {},
    precision: values.precision,
    coming: { before: nowhere, now: nowhere, parameters: {}, precision: values.precision },
    now: { ...nowhere },
    before: { ...nowhere },
    taken: [],
    step: 0,
    atRest: false,
    work: [],
  });
  addEntities(world, curveCount, starts);
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

function addEntities(world: DerivativesWorld, curveCount: number, starts: ArrayLike<number>): void {
  const { Position, PreviousPosition, Slope, Row } = world.components;
  for (let row = 0; row < curveCount; row++) {
    const sample = addEntity(world);
    addComponents(world, sample, Position, Slope, Row);
    Row.index[sample] = row;
    (world.samples as number[]).push(sample);
  }
  const count = starts.length / 2;
  for (let row = 0; row < count; row++) {
    const roller = addEntity(world);
    addComponents(world, roller, Position, PreviousPosition, Row);
    Row.index[roller] = row;
    Position.x[roller] = PreviousPosition.x[roller] = starts[row];
    Position.y[roller] = PreviousPosition.y[roller] = starts[count + row];
    (world.rollers as number[]).push(roller);
  }
}
