import type { FolderApi } from 'tweakpane';
import { InputError } from '../base/input-error.ts';
import { readParameter } from '../world/check-parameter.ts';
import {
  isChoice,
  isText,
  type Parameter,
  type ParameterTable,
  type TextParameter,
} from '../world/parameters.ts';
import { type Resolution, resolveValues } from '../world/resolve-values.ts';
import { textOf } from '../world/text-of.ts';
import { addFolder } from './add-folder.ts';
import { addNumber } from './add-number.ts';
import { type Control, identify, type PanelEvents, type Resolved, type Values } from './control.ts';

/**
 * Adds a control for every parameter of a table, grouped by its folders unless it is to be `flat`. What
 * is typed may leave the slider's range: then the slider widens.
 *
 * @returns how to show values that came from elsewhere
 */
export function addParameters(
  parent: FolderApi,
  table: ParameterTable,
  values: Values,
  events: PanelEvents,
  { flat = false } = {},
): (values: Values) => void {
  const folders = new Map<string, FolderApi>();
  let known: Resolution<Values, Resolved> = { values, resolved: resolveValues(table, values) };
  const controls = Object.entries(table).map(([name, parameter]) => {
    const title = parameter.folder ?? 'parameters';
    const folder = flat ? parent : (folders.get(title) ?? addFolder(parent, title));
    if (!flat) folders.set(title, folder);
    const control = addControl(folder, name, parameter, known, events);
    return { folder, parameter, control };
  });
  const show = (shown: Values) => {
    const resolved = resolveValues(table, shown, known);
    known = { values: shown, resolved };
    for (const { control, parameter } of controls) {
      control.show(shown, resolved);
      if (parameter.shownWhen) control.hide(!parameter.shownWhen(resolved));
    }
    for (const folder of folders.values()) {
      const own = controls.filter((it) => it.folder === folder);
      folder.hidden = own.every(({ parameter }) => parameter.shownWhen?.(resolved) === false);
    }
  };
  show(values);
  return show;
}

function addControl(
  folder: FolderApi,
  name: string,
  parameter: Parameter,
  { values, resolved }: Resolution<Values, Resolved>,
  events: PanelEvents,
): Control {
  if (isChoice(parameter)) {
    return addChoice(folder, name, parameter, parameter.options, values, events);
  }
  if (isText(parameter)) return addText(folder, name, parameter, values, events);
  return addNumber(folder, name, parameter, resolved, events);
}

/** A text that is refused leaves the value as it was, and stays in the field to be mended. */
function addText(
  folder: FolderApi,
  name: string,
  parameter: TextParameter,
  values: Values,
  events: PanelEvents,
): Control {
  const textIn = (now: Values) => textOf(parameter, now[name], now);
  const target = { value: textIn(values) };
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
      const text = textIn(shown);
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
