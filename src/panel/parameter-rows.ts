import { Pane } from 'tweakpane';
import type { ParameterTable } from '../world/parameters.ts';
import type { PanelEvents, Values } from './control.ts';
import './panel.css';
import { addParameters } from './parameter-panel.ts';

export interface ParameterRows {
  /** Shows values that came from elsewhere. */
  show(values: Values): void;
  dispose(): void;
}

/** A few parameters' controls by themselves, beside what speaks of them. */
export function createParameterRows(
  host: HTMLElement,
  table: ParameterTable,
  values: Values,
  events: PanelEvents,
): ParameterRows {
  const pane = new Pane({ container: host });
  const show = addParameters(pane, table, values, events, { flat: true });
  return { show, dispose: () => pane.dispose() };
}
