import type { GraphLogMonitorBindingApi } from '@tweakpane/core';
import type { FolderApi } from 'tweakpane';
import { nameRow } from './name-row.ts';

/** A number to watch, read when the panel refreshes. */
export interface Reading {
  readonly label: string;
  readonly help: string;
  /** NaN: there is nothing to show yet. */
  read(): number;
  readonly graph?: boolean;
}

/** How many readings a graph shows. */
const graphLength = 32;

/** @returns how to read it anew; a graph goes one further, where there is something to show */
export function addMonitor(parent: FolderApi, reading: Reading): { refresh(): void } {
  const target = { value: graphed(reading.read()) };
  const monitor = parent.addBinding(target, 'value', {
    label: reading.label,
    readonly: true,
    interval: 0,
    bufferSize: reading.graph ? graphLength : 1,
    ...(reading.graph ? { view: 'graph', rows: 2, min: 0, max: 1 } : { format: formatReading }),
  });
  const { element } = monitor;
  nameRow(element, reading);
  const recent: number[] = [];

  /** From zero to the farthest of what is shown, so that a small shift still has a shape. */
  function scale(): void {
    recent.push(target.value);
    if (recent.length > graphLength) recent.shift();
    const graph = monitor as GraphLogMonitorBindingApi;
    graph.min = 1.05 * Math.min(0, ...recent);
    graph.max = 1.05 * Math.max(0, ...recent) || (graph.min < 0 ? 0 : 1);
    nameGraph(target.value);
  }

  function nameGraph(value: number): void {
    const name = `${reading.label}: ${formatReading(value)}`;
    element.querySelector('.tp-grlv')?.setAttribute('aria-label', name);
  }

  /** A graph has no place for what is no number: it would not advance for it. */
  function graphed(value: number): number {
    return reading.graph && !Number.isFinite(value) ? 0 : value;
  }

  if (reading.graph) nameGraph(reading.read());
  return {
    refresh() {
      const value = reading.read();
      if (reading.graph && !Number.isFinite(value)) {
        nameGraph(value);
        return;
      }
      target.value = value;
      if (reading.graph) scale();
      monitor.refresh();
    },
  };
}

function formatReading(value: number): string {
  if (!Number.isFinite(value)) return '–';
  return Number.isSafeInteger(value) ? String(value) : value.toPrecision(3);
}
