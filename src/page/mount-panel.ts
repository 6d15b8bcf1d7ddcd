import { createParameterRows } from '../panel/parameter-rows.ts';
import { createSessionPanel } from '../panel/session-panel.ts';
import type { Session } from './session.ts';
import { warnOfCost } from './warn-of-cost.ts';

export interface BackendChooser {
  readonly chosen: string;
  choose(name: string): void;
}

export interface MountedPanel {
  /** Around the drawing of a frame, for the frames per second. */
  frameBegins(): void;
  frameEnds(): void;
  dispose(): void;
}

const clocks = {
  'timestamp-query': 'by the GPU’s own clock (timestamp-query), so that waiting does not count',
  'wall clock': 'by the page’s clock (wall clock)',
} as const;

/** Keeps the parameters, the backend's choice and the readings in step with the session. */
export function mountPanel(
  host: HTMLElement,
  session: Session,
  backend: BackendChooser,
): MountedPanel {
  const { scene, compute, notify } = session;
  const said = [
    { label: 'step', help: 'How many steps were taken.', read: () => session.description.step },
    ...session.readings,
  ];
  const readSaid = () => said.map(({ read }) => read());
  const setValues = warnOfCost(session);
  const panel = createSessionPanel(host, {
    table: scene.parameters,
    values: session.values,
    events: {
      changed: (name, value) => setValues({ [name]: value }),
      refused: (error) => notify(error.message),
    },
    backend: { choices: ['auto', 'webgpu', 'cpu'], ...backend },
    readings: [
      ...said,
      {
        label: compute.kind === 'webgpu' ? 'GPU ms' : 'CPU ms',
        help: `How long computing the last step took, in milliseconds, ${clocks[compute.timer]}.`,
        read: () => compute.lastRunMs ?? Number.NaN,
      },
    ],
  });
  let shown = readSaid();
  const end = session.subscribe(() => {
    panel.show(session.values);
    // Graphs go one further each time, so they are only told of what is new.
    const now = readSaid();
    if (now.every((reading, i) => Object.is(reading, shown[i]))) return;
    shown = now;
    panel.refresh();
  });
  return {
    frameBegins: panel.frameBegins,
    frameEnds: panel.frameEnds,
    dispose() {
      end();
      panel.dispose();
    },
  };
}

/** Controls of a few parameters beside the lesson's text, kept in step with the session. */
export function mountParameterRows(
  host: HTMLElement,
  session: Session,
  names: readonly string[],
): () => void {
  const table = Object.fromEntries(
    Object.entries(session.scene.parameters).filter(([name]) => names.includes(name)),
  );
  const setValues = warnOfCost(session);
  const rows = createParameterRows(host, table, session.values, {
    changed: (name, value) => setValues({ [name]: value }),
    refused: (error) => session.notify(error.message),
  });
  const end = session.subscribe(() => rows.show(session.values));
  return () => {
    end();
    rows.dispose();
  };
}
