import * as essentials from '@tweakpane/plugin-essentials';
import { Pane } from 'tweakpane';
import type { ParameterTable } from '../world/parameters.ts';
import { addParameters, type PanelEvents, type Values } from './parameter-panel.ts';

/** A number to watch, read when the panel refreshes. */
export interface Reading {
  readonly label: string;
  readonly help: string;
  read(): number;
  readonly graph?: boolean;
}

export interface SessionPanel {
  /** Around the drawing of a frame, for the frames per second. */
  frameBegins(): void;
  frameEnds(): void;
  /** Shows values that came from elsewhere. */
  show(values: Values): void;
  /** Reads every reading anew; graphs go one further. */
  refresh(): void;
  dispose(): void;
}

interface FrameRateGraph {
  begin(): void;
  end(): void;
}

export interface SessionPanelOptions {
  readonly table: ParameterTable;
  readonly values: Values;
  readonly events: PanelEvents;
  readonly readings: readonly Reading[];
  readonly backend: {
    readonly choices: readonly string[];
    readonly chosen: string;
    choose(name: string): void;
  };
}

/** The scene's parameters, what the page computes on, and what can be watched. */
export function createSessionPanel(host: HTMLElement, options: SessionPanelOptions): SessionPanel {
  const { table, values, events, readings, backend } = options;
  const pane = new Pane({ container: host });
  pane.registerPlugin(essentials);
  const show = addParameters(pane, table, values, events);

  const compute = pane.addFolder({ title: 'compute' });
  const chosen = { backend: backend.chosen };
  const choices = Object.fromEntries(backend.choices.map((choice) => [choice, choice]));
  const binding = compute.addBinding(chosen, 'backend', { options: choices });
  binding.element.title =
    'What computes: the GPU through WebGPU, or the CPU. auto takes the GPU where it can.';
  binding.on('change', () => backend.choose(chosen.backend));

  const watched = pane.addFolder({ title: 'watch' });
  const numbers = readings.map((reading) => {
    const target = { value: reading.read() };
    const monitor = watched.addBinding(target, 'value', {
      label: reading.label,
      readonly: true,
      interval: 0,
      ...(reading.graph ? { view: 'graph', rows: 3, min: 0, max: 2 } : { format: formatReading }),
    });
    monitor.element.title = reading.help;
    return { reading, target, monitor };
  });
  const frameRate = watched.addBlade({
    view: 'fpsgraph',
    label: 'frames/s',
    rows: 2,
  }) as unknown as FrameRateGraph;

  return {
    frameBegins: () => frameRate.begin(),
    frameEnds: () => frameRate.end(),
    show,
    refresh() {
      for (const { reading, target, monitor } of numbers) {
        target.value = reading.read();
        monitor.refresh();
      }
    },
    dispose: () => pane.dispose(),
  };
}

const formatReading = (value: number) =>
  Number.isInteger(value) ? String(value) : value.toPrecision(3);
