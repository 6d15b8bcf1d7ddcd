import { query } from 'bitecs';
import type { Backend, ComputeBuffer, Recording } from '../gpu/backend.ts';
import type { Elements } from '../gpu/kernel.ts';
import type { Scope } from './scope.ts';
import type { World } from './world.ts';

type Field = { [entity: number]: number };
type Store = Readonly<Record<string, Field>>;

/** A field of a component, and where it is kept what it was before the last step. */
export interface MirroredField {
  readonly now: Field;
  readonly before?: Field;
}

export interface MirrorDescription {
  /** On the device: all rows of the first field, then all of the next. */
  readonly buffer: ComputeBuffer;
  /** On the device, too: where `buffer` stood before the last step. */
  readonly previous?: ComputeBuffer;
  /** The entities that are mirrored have all of these. */
  readonly components: readonly Store[];
  /** An entity's row in the buffer. */
  readonly row: Field;
  readonly fields: readonly MirroredField[];
  /** Which rows have a value, where not all do: those without read NaN. */
  readonly defined?: { readonly buffer: ComputeBuffer; readonly bit: number };
  /** It is also brought back when values change without a step. */
  readonly refreshes?: boolean;
}

/** Ties fields of components to a buffer on the device, both ways. */
export interface Mirror {
  readonly refreshes: boolean;
  /** Remembers the device's rows as previous; null where it keeps none. */
  readonly keep: Recording | null;
  /** Brings the device's rows back, for `writeBack`. */
  readonly fetch: Recording;
  /** Writes what was fetched into the components; what they held is what was before. */
  writeBack(): void;
  /** Writes what the components hold to the device. */
  upload(): void;
  /** What the device holds, as it was fetched or uploaded last. */
  capture(): Elements;
  /** Puts everything back as it was captured; it stands still there. */
  restore(captured: Elements): void;
  /** Takes the components back to before the last step. */
  revert(): void;
  /** Takes the device back to before the last step, where it keeps that. */
  readonly revertDevice: Recording | null;
}

/** @param world its scope ends the mirror's recordings */
export function createMirror(
  world: World & { readonly compute: Backend; readonly scope: Scope },
  description: MirrorDescription,
): Mirror {
  const { compute, scope } = world;
  const { buffer, previous, components, row, fields, defined, refreshes = false } = description;
  const count = buffer.length / fields.length;
  const elements = compute.createElements(buffer.element, buffer.length);
  const present = defined && compute.createElements(defined.buffer.element, count);
  const recorded = (recording: Recording): Recording => {
    scope.defer(recording.dispose);
    return recording;
  };
  const entities = () => query(world, [...components]);

  function writeBack(): void {
    for (const [at, { now, before }] of fields.entries()) {
      for (const entity of entities()) {
        if (before) before[entity] = now[entity];
        const isThere = !present || !defined || (present[row[entity]] & defined.bit) !== 0;
        now[entity] = isThere ? elements[at * count + row[entity]] : Number.NaN;
      }
    }
  }

  function send(): void {
    compute.upload(buffer, elements);
    if (previous) compute.upload(previous, elements);
  }

  return {
    refreshes,
    keep: previous ? recorded(compute.record([{ kind: 'copy', from: buffer, to: previous }])) : null,
    revertDevice: previous
      ? recorded(compute.record([{ kind: 'copy', from: previous, to: buffer }]))
      : null,
    fetch: recorded(
      compute.record([
        { kind: 'read', from: buffer, into: elements },
        ...(defined && present
          ? [{ kind: 'read' as const, from: defined.buffer, into: present }]
          : []),
      ]),
    ),
    writeBack,
    upload() {
      for (const [at, { now }] of fields.entries()) {
        for (const entity of entities()) elements[at * count + row[entity]] = now[entity];
      }
      send();
    },
    capture: () => elements.slice(),
    restore(captured) {
      elements.set(captured);
      send();
      writeBack();
      for (const { now, before } of fields) {
        if (before) for (const entity of entities()) before[entity] = now[entity];
      }
    },
    revert() {
      for (const [at, { now, before }] of fields.entries()) {
        if (!before) continue;
        for (const entity of entities()) {
          now[entity] = before[entity];
          elements[at * count + row[entity]] = before[entity];
        }
      }
    },
  };
}
