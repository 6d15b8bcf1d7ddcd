import type { TextParameter } from './parameters.ts';

/** The text that holds: what is typed, or what an empty text stands for. */
export const textOf = (
  { standsFor }: TextParameter,
  typed: unknown,
  values: Readonly<Record<string, unknown>>,
): string => String(typed ?? '').trim() || (standsFor?.(values) ?? '');
