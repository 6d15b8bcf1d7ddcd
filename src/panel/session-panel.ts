import * as essentials from '@tweakpane/plugin-essentials';
import { type BladeApi, Pane } from 'tweakpane';
import type { ParameterTable } from '../world/parameters.ts';
import { addFolder } from './add-folder.ts';
import { addMonitor, type Reading } from './add-monitor.ts';
import { nameRow } from './name-row.ts';
import './panel.css';
import type { PanelEvents, Values } from './control.ts';
import { addParameters } from './parameter-panel.ts';
import { mountTooltips } from './tooltip.ts';

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

interface FrameRateGraph extends BladeApi {
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

  const compute = addFolder(pane, 'compute');
  const chosen = { backend: backend.chosen };
  const choices = Object.fromEntries(backend.choices.map((choice) => [choice, choice]));
  const binding = compute.addBinding(chosen, 'backend', { options: choices });
  nameRow(binding.element, {
    label: 'backend',
    help: 'What computes: the GPU through WebGPU, or the CPU. “auto” takes the GPU where it can.',
  });
  // Another backend disposes of this panel, which must not be in the midst of telling of a change.
  binding.on('change', () => queueMicrotask(() => backend.choose(chosen.backend)));

  const watched = addFolder(pane, 'watch');
  const monitors = readings.map((reading) => addMonitor(watched, reading));
  const frameRate = watched.addBlade({
    view: 'fpsgraph',
    label: 'frames/s',
    rows: 1,
  }) as FrameRateGraph;
  nameRow(frameRate.element, {
    label: 'frames a second',
    help: 'How many pictures the page draws in a second. 60 look smooth; a long step does not slow them.',
  });
  const endTooltips = mountTooltips();

  return {
    frameBegins: () => frameRate.begin(),
    frameEnds: () => frameRate.end(),
    show,
    refresh() {
      for (const monitor of monitors) monitor.refresh();
    },
    dispose() {
      endTooltips();
      pane.dispose();
    },
  };
}
