import { parameterNames } from '../../maths/expression/names.ts';
import { parametersOf } from '../../maths/expression/parameters-of.ts';
import { schemes } from '../../maths/finite-difference.ts';
import { motions } from '../../systems/derivatives/world.ts';
import {
  type NumberParameter,
  type ParameterValues,
  parameterTable,
  type ResolvedValues,
} from '../../world/parameters.ts';
import { seedParameter } from '../../world/seed-parameter.ts';
import { functionNames } from './sim/presets.ts';
import { readFormula } from './sim/read-formula.ts';
import { formulaOf, hasY, presetOf, suitedH, suitedRate } from './sim/suited-values.ts';

type Now = Readonly<Record<string, unknown>>;

/** A letter of the formula; the panel has a slider for those that are in it. */
const letter = (name: string) =>
  ({
    label: name,
    help: `The parameter ${name} of the formula.`,
    folder: 'function',
    effect: 'live',
    default: 1,
    min: -5,
    max: 5,
    step: 0.05,
    shownWhen: (values: Now) => parametersOf(formulaOf(values)).includes(name),
  }) as const satisfies NumberParameter;

const letters = Object.fromEntries(parameterNames.map((name) => [name, letter(name)]));
const isCurve = (values: Now) => !hasY(formulaOf(values));
const isDescent = (values: Now) => values.motion === 'descend' || !isCurve(values);

export const parameters = parameterTable({
  preset: {
    label: 'preset',
    help: 'A function with the window that shows it well.',
    folder: 'function',
    effect: 'reset',
    default: 'x²',
    options: functionNames,
    clears: ['f', 'from', 'to', 'at', 'rate', 'zoom'],
  },
  f: {
    label: 'f(x)',
    help: 'The function, as you would write it: 3x^2, sin(x)/x, a exp(-b x). With y in it, it is one of two variables.',
    folder: 'function',
    effect: 'reset',
    text: true,
    default: '',
    longest: 1000,
    standsFor: (values) => presetOf(values).f,
    parse: readFormula,
  },
  from: {
    label: 'from',
    help: 'Where the window begins.',
    folder: 'function',
    effect: 'reset',
    default: null,
    automatic: 'as the preset',
    standsFor: (values) => presetOf(values).from,
    min: -10,
    max: 10,
    step: 0.1,
  },
  to: {
    label: 'to',
    help: 'Where the window ends.',
    folder: 'function',
    effect: 'reset',
    default: null,
    automatic: 'as the preset',
    standsFor: (values) => presetOf(values).to,
    min: -10,
    max: 10,
    step: 0.1,
  },
  ...(letters as Record<'a' | 'b' | 'c', ReturnType<typeof letter>>),
  motion: {
    label: 'motion',
    help: 'What a step does: h is halved, the point travels along the curve, or points roll downhill.',
    folder: 'slope',
    effect: 'reset',
    default: 'shrink h',
    options: motions,
    shownWhen: isCurve,
  },
  at: {
    label: 'x',
    help: 'Where the slope is taken.',
    folder: 'slope',
    effect: 'live',
    default: null,
    automatic: 'as the preset',
    standsFor: (values) => presetOf(values).at,
    min: -10,
    max: 10,
    step: 0.01,
    shownWhen: isCurve,
  },
  h: {
    label: 'h',
    help: 'How far the second point is from the first; where h shrinks, at step 0. Never 0: rise over run would be 0 ÷ 0.',
    folder: 'slope',
    effect: 'live',
    default: null,
    automatic: 'as suits the motion',
    standsFor: suitedH,
    min: 0.001,
    max: 2,
    step: 0.001,
    above: 0,
    refusal: (h) =>
      h === 0
        ? 'over no distance a slope is 0/0, which no number is; give a small h, such as 1e-3'
        : `a negative distance only swaps forward and backward; give ${-h}, and choose the scheme`,
  },
  scheme: {
    label: 'scheme',
    help: 'Which points the slope is taken from; dual numbers carry it along exactly.',
    folder: 'slope',
    // Another scheme is another kernel.
    effect: 'reset',
    default: 'forward',
    options: schemes,
  },
  order: {
    label: 'derivative',
    help: 'The first derivative, or the second.',
    folder: 'slope',
    effect: 'reset',
    default: '1',
    options: ['1', '2'],
    shownWhen: isCurve,
  },
  precision: {
    label: 'precision',
    help: 'In which the slope at the point is taken: f64 as on a CPU, or f32 as on a GPU.',
    folder: 'slope',
    effect: 'live',
    default: 'f64',
    options: ['f64', 'f32'],
    shownWhen: isCurve,
  },
  zoom: {
    label: 'microscope',
    help: 'How much of the curve is seen: at 1,000 the thousandth part of the window, around the point.',
    unit: 'times',
    folder: 'slope',
    effect: 'live',
    default: 1,
    min: 1,
    max: 1000,
    step: 1,
    atLeast: 1,
    atMost: 1e6,
    shownWhen: isCurve,
  },
  rate: {
    label: 'learning rate',
    help: 'How far a point rolls a step: its slope times this.',
    folder: 'descent',
    effect: 'live',
    default: null,
    automatic: 'as suits the function',
    standsFor: suitedRate,
    min: 0.0001,
    max: 1.2,
    step: 0.0001,
    above: 0,
    shownWhen: isDescent,
  },
  points: {
    label: 'points',
    help: 'How many points roll.',
    folder: 'descent',
    effect: 'reset',
    default: 400,
    min: 1,
    max: 100_000,
    step: 1,
    integer: true,
    atLeast: 1,
    atMost: 1_000_000,
    shownWhen: isDescent,
  },
  seed: {
    ...seedParameter,
    help: 'Where the random numbers begin that say where the points are released.',
    folder: 'descent',
    shownWhen: isDescent,
  },
});

export type DerivativesValues = ParameterValues<typeof parameters>;
export type ResolvedDerivatives = ResolvedValues<typeof parameters>;
