import type { BindingApi } from '@tweakpane/core';
import type { FolderApi } from 'tweakpane';
import { InputError } from '../base/input-error.ts';
import { readParameter } from '../world/check-parameter.ts';
import {
  isChoice,
  isText,
  type NumberParameter,
  type Parameter,
  type ParameterTable,
  type TextParameter,
} from '../world/parameters.ts';
import { addFolder } from './add-folder.ts';
import { describeSlider, nameRow } from './name-row.ts';

export type Value = number | string | null;
export type Values = Readonly<Record<string, Value>>;

export interface PanelEvents {
  /** A person has given a parameter a new, valid value. */
  changed(name: string, value: Value): void;
  /** What was typed is no valid value; the old one stays. */
  refused(error: InputError): void;
}

/** A parameter's control. */
interface Control {
  /** Shows a value that came from elsewhere. */
  show(values: Values): void;
  hide(isHidden: boolean): void;
}

/**
 * Adds a control for every parameter of a table, grouped by its folders. What is typed may leave
 * the slider's range: then the slider widens.
 *
 * @returns how to show values that came from elsewhere
 */
export function addParameters(
  parent: FolderApi,
  table: ParameterTable,
  values: Values,
  events: PanelEvents,
): (values: Values) => void {
  const folders = new Map<string, FolderApi>();
  const controls = Object.entries(table).map(([name, parameter]) => {
    const title = parameter.folder ?? 'parameters';
    const folder = folders.get(title) ?? addFolder(parent, title);
    folders.set(title, folder);
    return { folder, parameter, control: addControl(folder, name, parameter, values, events) };
  });
  const show = (shown: Values) => {
    for (const { control, parameter } of controls) {
      control.show(shown);
      if (parameter.shownWhen) control.hide(!parameter.shownWhen(shown));
    }
    for (const folder of folders.values()) {
      const own = controls.filter((it) => it.folder === folder);
      folder.hidden = own.every(({ parameter }) => parameter.shownWhen?.(shown) === false);
    }
  };
  show(values);
  return show;
}

function addControl(
  folder: FolderApi,
  name: string,
  parameter: Parameter,
  values: Values,
  events: PanelEvents,
): Control {
  if (isChoice(parameter)) {
    return addChoice(folder, name, parameter, parameter.options, values, events);
  }
  if (isText(parameter)) return addText(folder, name, parameter, values, events);
  return addNumber(folder, name, parameter, values, events);
}

/** A text that is refused leaves the value as it was, and stays in the field to be mended. */
function addText(
  folder: FolderApi,
  name: string,
  parameter: TextParameter,
  values: Values,
  events: PanelEvents,
): Control {
  const textOf = (now: Values) => String(now[name]) || (parameter.standsFor?.(now) ?? '');
  const target = { value: textOf(values) };
  const binding = folder.addBinding(target, 'value', { label: parameter.label });
  identify(binding, name, parameter);
  const field = binding.element.querySelector('input');
  field?.setAttribute('spellcheck', 'false');
  binding.element.addEventListener(
    'change',
    (event) => {
      // tweakpane would take over what is refused here.
      event.stopPropagation();
      if (!field) return;
      try {
        const value = String(readParameter(parameter.label, parameter, field.value));
        field.removeAttribute('aria-invalid');
        target.value = value;
        events.changed(name, value);
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        field.setAttribute('aria-invalid', 'true');
        events.refused(error);
      }
    },
    { capture: true },
  );
  return {
    show(shown) {
      const text = textOf(shown);
      if (target.value === text) return;
      target.value = text;
      field?.removeAttribute('aria-invalid');
      binding.refresh();
    },
    hide(isHidden) {
      binding.hidden = isHidden;
    },
  };
}

function addChoice(
  folder: FolderApi,
  name: string,
  parameter: Parameter,
  choices: readonly string[],
  values: Values,
  events: PanelEvents,
): Control {
  const target = { value: String(values[name]) };
  const options = Object.fromEntries(choices.map((choice) => [choice, choice]));
  const binding = folder.addBinding(target, 'value', { label: parameter.label, options });
  identify(binding, name, parameter);
  binding.on('change', () => events.changed(name, target.value));
  return {
    show(shown) {
      if (target.value === shown[name]) return;
      target.value = String(shown[name]);
      binding.refresh();
    },
    hide(isHidden) {
      binding.hidden = isHidden;
    },
  };
}

function addNumber(
  folder: FolderApi,
  name: string,
  parameter: NumberParameter,
  values: Values,
  events: PanelEvents,
): Control {
  const limitOf = (now: Values) =>
    typeof parameter.max === 'function' ? parameter.max(now) : parameter.max;
  // An automatic value is shown as what it stands for.
  const standsFor = parameter.standsFor ?? limitOf;
  const numberOf = (now: Values) => Number(now[name] ?? standsFor(now));
  let limit = limitOf(values);
  let automatic = standsFor(values);
  const isAutomatic = () => parameter.default === null && target.value === automatic;
  const target = { value: numberOf(values) };
  let widest = limit;
  let binding = bind();

  function bind(index?: number): BindingApi {
    widest = Math.max(limit, target.value);
    const made = folder.addBinding(target, 'value', {
      label: parameter.label,
      min: Math.min(parameter.min, target.value),
      max: widest,
      step: parameter.step,
      ...(index === undefined ? {} : { index }),
    });
    identify(made, name, parameter);
    describe(made);
    made.on('change', accept);
    made.element.addEventListener('change', checkTyped, { capture: true });
    return made;
  }

  function describe({ element }: BindingApi): void {
    const { value } = target;
    const text = isAutomatic() ? parameter.automatic : `${value} ${parameter.unit ?? ''}`.trim();
    const min = Math.min(parameter.min, value);
    describeSlider(element, { min, max: widest, value, text: text ?? String(value) });
  }

  function bindAgain(): void {
    const index = folder.children.indexOf(binding);
    const focused = document.activeElement;
    const hadFocus = binding.element.contains(focused);
    binding.dispose();
    binding = bind(index);
    // The control that a person is in is made anew: the focus stays where it was.
    if (hadFocus && focused) binding.element.querySelector<HTMLElement>(focused.tagName)?.focus();
  }

  function accept(): void {
    describe(binding);
    events.changed(name, isAutomatic() ? null : target.value);
  }

  /** Comes before tweakpane's own handler, which would clamp to the slider's range in silence. */
  function checkTyped(event: Event): void {
    const field = event.target;
    if (!(field instanceof HTMLInputElement)) return;
    try {
      const value = Number(readParameter(parameter.label, parameter, field.value));
      if (value >= parameter.min && value <= widest) return;
      event.stopPropagation();
      target.value = value;
      bindAgain();
      accept();
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      event.stopPropagation();
      binding.refresh();
      field.value = String(target.value);
      events.refused(error);
    }
  }

  return {
    show(shown) {
      const value = numberOf(shown);
      const limitNow = limitOf(shown);
      automatic = standsFor(shown);
      if (value === target.value && limitNow === limit) return;
      const outgrown = limitNow !== limit || value > widest || value < parameter.min;
      limit = limitNow;
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

/** The row can be found by its parameter's name, and says what the parameter is. */
function identify(binding: BindingApi, name: string, parameter: Parameter): void {
  binding.element.dataset.parameter = name;
  nameRow(binding.element, parameter);
}
