import type { BindingApi } from '@tweakpane/core';
import type { InputError } from '../base/input-error.ts';
import type { Parameter } from '../world/parameters.ts';
import { nameRow } from './name-row.ts';

export type Value = number | string | null;
export type Values = Readonly<Record<string, Value>>;
export type Resolved = Readonly<Record<string, unknown>>;

export interface PanelEvents {
  /** A person has given a parameter a new, valid value. */
  changed(name: string, value: Value): void;
  /** What was typed is no valid value; the old one stays. */
  refused(error: InputError): void;
}

/** A parameter's control. */
export interface Control {
  /** Shows a value that came from elsewhere, among values as they were given and as they are resolved. */
  show(values: Values, resolved: Resolved): void;
  hide(isHidden: boolean): void;
}

/** The row can be found by its parameter's name, and says what the parameter is. */
export function identify(binding: BindingApi, name: string, parameter: Parameter): void {
  binding.element.dataset.parameter = name;
  nameRow(binding.element, parameter);
}
