import type { BindingApi } from '@tweakpane/core';
import type { FolderApi } from 'tweakpane';
import { InputError } from '../base/input-error.ts';
import { automaticValue } from '../world/automatic-value.ts';
import { readParameter } from '../world/check-parameter.ts';
import type { NumberParameter } from '../world/parameters.ts';
import { bindSlider } from './bind-slider.ts';
import { type Control, identify, type PanelEvents, type Resolved } from './control.ts';
import { describeSlider } from './name-row.ts';
import { stepNumber } from './step-number.ts';

/** A slider with a field. What is typed is taken as it is; the slider stops at the steps. */
export function addNumber(
  folder: FolderApi,
  name: string,
  parameter: NumberParameter,
  resolved: Resolved,
  events: PanelEvents,
): Control {
  const limitOf = (now: Resolved) =>
    typeof parameter.max === 'function' ? parameter.max(now) : parameter.max;
  // An automatic value is shown as what it stands for.
  const numberOf = (now: Resolved) => Number(now[name]);
  let limit = limitOf(resolved);
  let automatic = automaticValue(parameter, resolved);
  const isAutomatic = () => parameter.default === null && target.value === automatic;
  const target = { value: numberOf(resolved) };
  const steps = stepNumber(parameter.step);
  /** What was typed, or came from elsewhere: it is taken as it is, between two steps too. */
  let exact = target.value;
  let widest = limit;
  let binding = bind();

  function bind(index?: number): BindingApi {
    widest = Math.max(limit, target.value);
    const made = bindSlider(folder, parameter, target, widest, index);
    identify(made, name, parameter);
    describe(made);
    made.on('change', accept);
    made.element.addEventListener('change', checkTyped, { capture: true });
    return made;
  }

  function describe({ element }: BindingApi): void {
    describeNumber(element, parameter, target.value, widest, isAutomatic());
  }

  function bindAgain(): void {
    const index = folder.children.indexOf(binding);
    binding = madeAnew(binding, () => bind(index));
  }

  function accept(): void {
    const least = Math.min(parameter.min, widest);
    const stepped = Math.min(widest, Math.max(least, steps.nearest(target.value)));
    if (target.value !== exact && target.value !== stepped) {
      // Comes back here with a multiple of the step.
      target.value = stepped;
      binding.refresh();
      return;
    }
    describe(binding);
    events.changed(name, isAutomatic() ? null : target.value);
  }

  /** Comes before tweakpane's own handler, which would clamp to the slider's range in silence. */
  function checkTyped(event: Event): void {
    const field = event.target;
    if (!(field instanceof HTMLInputElement)) return;
    try {
      const value = Number(readParameter(parameter.label, parameter, field.value));
      event.stopPropagation();
      exact = value;
      target.value = value;
      if (value >= parameter.min && value <= widest) {
        binding.refresh();
        field.value = steps.text(value);
        return;
      }
      bindAgain();
      accept();
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      event.stopPropagation();
      binding.refresh();
      field.value = steps.text(target.value);
      events.refused(error);
    }
  }

  return {
    show(_, shown) {
      const value = numberOf(shown);
      const limitNow = limitOf(shown);
      automatic = automaticValue(parameter, shown);
      if (value === target.value && limitNow === limit) return;
      const outgrown = limitNow !== limit || value > widest || value < parameter.min;
      limit = limitNow;
      exact = value;
      target.value = value;
      if (outgrown) bindAgain();
      else {
        binding.refresh();
        describe(binding);
      }
    },
    hide(isHidden) {
      binding.hidden = isHidden;
    },
  };
}

/** Says a slider's value to screen readers, with its unit, or what it is automatically. */
function describeNumber(
  element: HTMLElement,
  parameter: NumberParameter,
  value: number,
  max: number,
  isAutomatic: boolean,
): void {
  const text = isAutomatic ? parameter.automatic : `${value} ${parameter.unit ?? ''}`.trim();
  const min = Math.min(parameter.min, value);
  describeSlider(element, { min, max, value, text: text ?? String(value) });
}

/** Makes a control anew; where a person is in it, the focus stays where it was. */
function madeAnew(binding: BindingApi, make: () => BindingApi): BindingApi {
  const focused = document.activeElement;
  const hadFocus = binding.element.contains(focused);
  binding.dispose();
  const made = make();
  if (hadFocus && focused) made.element.querySelector<HTMLElement>(focused.tagName)?.focus();
  return made;
}
