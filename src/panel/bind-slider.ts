import type { BindingApi } from '@tweakpane/core';
import type { FolderApi } from 'tweakpane';
import type { NumberParameter } from '../world/parameters.ts';
import { stepNumber } from './step-number.ts';

/**
 * Makes a slider with its field.
 *
 * @param max where the slider ends
 * @param index its place in the folder; the last one if not given
 */
export function bindSlider(
  folder: FolderApi,
  parameter: NumberParameter,
  target: { value: number },
  max: number,
  index?: number,
): BindingApi {
  return folder.addBinding(target, 'value', {
    label: parameter.label,
    min: Math.min(parameter.min, target.value),
    max,
    // Not as tweakpane's step, which would move what is typed.
    keyScale: parameter.step,
    pointerScale: 10 ** (Math.floor(Math.log10(parameter.step)) - 1),
    format: stepNumber(parameter.step).text,
    ...(index === undefined ? {} : { index }),
  });
}
