import { InputError } from '../base/input-error.ts';
import { quoted } from '../base/quoted.ts';
import {
  isChoice,
  isText,
  type NumberParameter,
  type Parameter,
  type TextParameter,
} from './parameters.ts';

/**
 * Reads a parameter's value as a person wrote it.
 *
 * @param name how the person knows the parameter: `--bandwidth`, or its label
 * @throws InputError that names the value and says what to give instead
 */
export function readParameter(name: string, parameter: Parameter, text: string): number | string {
  if (isChoice(parameter)) {
    if (parameter.options.includes(text)) return text;
    throw new InputError(
      `${name} must be one of ${parameter.options.join(', ')}, not ${quoted(text)}`,
    );
  }
  if (isText(parameter)) return readText(name, parameter, text);
  const value = text.trim() === '' ? Number.NaN : Number(text);
  if (!isValidNumber(parameter, value)) {
    if (parameter.refusal && Number.isFinite(value)) {
      throw new InputError(`${name} ${value}: ${parameter.refusal(value)}`);
    }
    throw new InputError(`${name} must be ${describeNumber(parameter)}, not ${quoted(text)}`);
  }
  return value;
}

function readText(name: string, { longest, parse }: TextParameter, text: string): string {
  if (text.length > longest) {
    throw new InputError(`${name} has ${text.length} characters; at most ${longest} are possible`);
  }
  try {
    parse?.(text);
  } catch (error) {
    throw new InputError(`${name}: ${(error as Error).message}`);
  }
  return text;
}

export function isValidNumber(parameter: NumberParameter, value: number): boolean {
  const { above, atLeast, atMost, integer } = parameter;
  return (
    Number.isFinite(value) &&
    (above === undefined || value > above) &&
    (atLeast === undefined || value >= atLeast) &&
    (atMost === undefined || value <= atMost) &&
    (!integer || Number.isInteger(value))
  );
}

/** The values a number parameter takes, in words: “a whole number of at least 1”. */
export function describeNumber({ above, atLeast, atMost, integer }: NumberParameter): string {
  const positive = above === 0;
  const noun = `a ${positive ? 'positive ' : ''}${integer ? 'whole number' : 'number'}`;
  const bounds = [
    above !== undefined && !positive ? `above ${above}` : '',
    atLeast !== undefined ? `of at least ${atLeast}` : '',
    atMost !== undefined ? `${atLeast === undefined ? 'of ' : ''}at most ${atMost}` : '',
  ].filter(Boolean);
  return [noun, bounds.join(' and ')].filter(Boolean).join(' ');
}
