import type { BindingApi } from '@tweakpane/core';
import type { FolderApi } from 'tweakpane';
import { readParameter } from '../world/check-parameter.ts';
import { InputError } from '../world/input-error.ts';
import {
  isChoice,
  type NumberParameter,
  type Parameter,
  type ParameterTable,
} from '../world/parameters.ts';

export type Values = Record<string, number | string | null>;

export interface PanelEvents {
  /** A parameter has a new, valid value. */
  changed(name: string, parameter: Parameter): void;
  /** What was typed is no valid value; the old one stays. */
  refused(error: InputError): void;
}

/**
 * Adds a control for every parameter of a table, grouped by its folders. The controls write to
 * `values`. What is typed may leave the slider's range: then the slider widens.
 */
export function addParameters(
  parent: FolderApi,
  table: ParameterTable,
  values: Values,
  events: PanelEvents,
): void {
  const folders = new Map<string, FolderApi>();
  for (const [name, parameter] of Object.entries(table)) {
    const title = parameter.folder ?? 'parameters';
    let folder = folders.get(title);
    if (!folder) {
      folder = parent.addFolder({ title });
      folders.set(title, folder);
    }
    if (isChoice(parameter)) addChoice(folder, name, parameter.options, parameter, values, events);
    else addNumber(folder, name, parameter, values, events);
  }
}

function addChoice(
  folder: FolderApi,
  name: string,
  choices: readonly string[],
  parameter: Parameter,
  values: Values,
  events: PanelEvents,
): void {
  const options = Object.fromEntries(choices.map((choice) => [choice, choice]));
  const binding = folder.addBinding(values, name, { label: parameter.label, options });
  explain(binding, parameter);
  binding.on('change', () => events.changed(name, parameter));
}

function addNumber(
  folder: FolderApi,
  name: string,
  parameter: NumberParameter,
  values: Values,
  events: PanelEvents,
): void {
  const limit = typeof parameter.max === 'function' ? parameter.max(values) : parameter.max;
  // An automatic value is shown as what it stands for: the slider's end.
  const shown = { [name]: Number(values[name] ?? limit) };
  let binding: BindingApi;

  function bind(index?: number): void {
    binding = folder.addBinding(shown, name, {
      label: parameter.label,
      min: Math.min(parameter.min, shown[name]),
      max: Math.max(limit, shown[name]),
      step: parameter.step,
      ...(index === undefined ? {} : { index }),
    });
    explain(binding, parameter);
    binding.on('change', accept);
    binding.element.addEventListener('change', checkTyped, { capture: true });
  }

  function accept(): void {
    const automatic = parameter.default === null && shown[name] === limit;
    values[name] = automatic ? null : shown[name];
    events.changed(name, parameter);
  }

  /** Comes before tweakpane's own handler, which would clamp to the slider's range in silence. */
  function checkTyped(event: Event): void {
    const field = event.target;
    if (!(field instanceof HTMLInputElement)) return;
    try {
      const value = Number(readParameter(parameter.label, parameter, field.value));
      if (value >= parameter.min && value <= limit) return;
      event.stopPropagation();
      shown[name] = value;
      const index = folder.children.indexOf(binding);
      binding.dispose();
      bind(index);
      accept();
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      event.stopPropagation();
      binding.refresh();
      field.value = String(shown[name]);
      events.refused(error);
    }
  }

  bind();
}

function explain(binding: BindingApi, { help, unit }: Parameter): void {
  binding.element.title = unit ? `${help} (${unit})` : help;
}
