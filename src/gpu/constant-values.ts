import type { Constant, KernelDeclaration } from './kernel.ts';

type Values = Readonly<Record<string, number>>;

/** The values of a kernel's override constants: those that are given, the declared ones for the rest. */
export const overrideValues = (
  { constants = {} }: KernelDeclaration,
  given: Values = {},
): Values => ({
  ...valuesOf(constants),
  ...given,
});

/** What the CPU's implementation reads: the same, and the sizes. */
export const constantValues = (kernel: KernelDeclaration, given: Values = {}): Values => ({
  ...valuesOf(kernel.sizes ?? {}),
  ...overrideValues(kernel, given),
});

const valuesOf = (constants: Readonly<Record<string, Constant>>): Values =>
  Object.fromEntries(Object.entries(constants).map(([name, { value }]) => [name, value]));
