/** A function with the window that shows it well. */
export interface FunctionPreset {
  readonly f: string;
  readonly from: number;
  readonly to: number;
  readonly at: number;
  /** A learning rate that does not overshoot. */
  readonly rate?: number;
}

/** The name is what the panel offers. Those with y are functions of two variables. */
export const functionPresets = {
  'x²': { f: 'x^2', from: -3, to: 3, at: 1 },
  'x³': { f: 'x^3', from: -2, to: 2, at: 1 },
  '|x|': { f: 'abs(x)', from: -2, to: 2, at: 0.5 },
  relu: { f: 'relu(x)', from: -2, to: 2, at: 0.5 },
  'sin x': { f: 'sin(x)', from: -7, to: 7, at: 1 },
  exp: { f: 'exp(x)', from: -3, to: 2, at: 0 },
  // Points (1, 2), (2, 4.1) and (3, 5.8), and a line through 0 whose slope is the weight x.
  'squared error': {
    f: '((x - 2)^2 + (2x - 4.1)^2 + (3x - 5.8)^2) / 3',
    from: 0,
    to: 4,
    at: 3,
    rate: 0.05,
  },
  sigmoid: { f: 'sigmoid(x)', from: -6, to: 6, at: 1 },
  '1/x': { f: '1/x', from: -3, to: 3, at: 1 },
  'a product': { f: 'x sin(x)', from: -7, to: 7, at: 2 },
  'a composition': { f: 'sin(x^2)', from: -3, to: 3, at: 1 },
  'with parameters': { f: 'a sin(b x + c)', from: -7, to: 7, at: 1 },
  Rosenbrock: { f: '(1 - x)^2 + 100(y - x^2)^2', from: -2, to: 2, at: -1, rate: 0.0005 },
  Himmelblau: { f: '(x^2 + y - 11)^2 + (x + y^2 - 7)^2', from: -5, to: 5, at: 0, rate: 0.005 },
} as const satisfies Readonly<Record<string, FunctionPreset>>;

export type FunctionName = keyof typeof functionPresets;
export const functionNames = Object.keys(functionPresets) as FunctionName[];
