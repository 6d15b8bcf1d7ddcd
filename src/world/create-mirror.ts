import { query } from 'bitecs';
import type { ComputeBuffer } from '../gpu/backend.ts';
import type { Mirror } from './mirror.ts';
import type { World } from './world.ts';

type Field = { [entity: number]: number };

/** A field of a component, and the one that keeps what it was before the last step. */
export interface MirroredField {
  readonly now: Field;
  readonly before?: Field;
}

export interface MirrorDescription {
  /** On the device: all rows of the first field, then all of the next. */
  readonly buffer: ComputeBuffer;
  /** On the device, too: what `buffer` was before the last step. */
  readonly previous?: ComputeBuffer;
  /** The entities that are mirrored have all of these. */
  readonly components: readonly object[];
  /** An entity's row in the buffer. */
  readonly row: Field;
  readonly fields: readonly MirroredField[];
  /** Which rows have a value, by a bit; the others read NaN, which need not survive in WGSL. */
  readonly defined?: { readonly buffer: ComputeBuffer; readonly bit: number };
  /** The device only writes it: nothing is ever uploaded. */
  readonly isResult?: boolean;
  /** It is also brought back where values change without a step. */
  readonly refreshes?: boolean;
}

/** Makes a mirror of a world that has its entities, and uploads what they hold. */
export function createMirror(world: World, description: MirrorDescription): Mirror {
  const { compute } = world;
  const { buffer, previous, components, row, fields, defined, isResult = false } = description;
  const count = buffer.length / fields.length;
  const elements = compute.createElements(buffer.element, buffer.length);
  const present = defined ? compute.createElements(defined.buffer.element, count) : null;
  const own = compute.within(world.scope);
  const entities = () => query(world, [...components]);

  function copyIn(): void {
    for (const [at, { now }] of fields.entries()) {
      for (const entity of entities()) elements[at * count + row[entity]] = now[entity];
    }
  }

  function copyOut(): void {
    for (const [at, { now }] of fields.entries()) {
      for (const entity of entities()) now[entity] = elements[at * count + row[entity]];
    }
  }

  function copyToBefore(): void {
    for (const { now, before } of fields) {
      if (before) for (const entity of entities()) before[entity] = now[entity];
    }
  }

  function send(): void {
    if (isResult) return;
    compute.upload(buffer, elements);
    if (previous) compute.upload(previous, elements);
  }

  function dropUndefined(): void {
    if (!present || !defined) return;
    for (let i = 0; i < elements.length; i++) {
      if ((present[i % count] & defined.bit) === 0) elements[i] = Number.NaN;
    }
  }

  const mirror: Mirror = {
    refreshes: description.refreshes ?? false,
    keep: previous ? [own.record([{ kind: 'copy', from: buffer, to: previous }])] : [],
    revert: previous ? [own.record([{ kind: 'copy', from: previous, to: buffer }])] : [],
    fetch: [
      own.record([{ kind: 'read', from: buffer, into: elements }]),
      ...(defined && present
        ? [own.record([{ kind: 'read', from: defined.buffer, into: present }])]
        : []),
    ],
    writeBack() {
      dropUndefined();
      copyToBefore();
      copyOut();
    },
    revertComponents() {
      for (const { now, before } of fields) {
        if (before) for (const entity of entities()) now[entity] = before[entity];
      }
    },
    upload() {
      copyIn();
      send();
    },
    capture() {
      copyIn();
      return elements.slice();
    },
    restore(captured) {
      elements.set(captured);
      send();
      copyOut();
      copyToBefore();
    },
  };
  mirror.upload();
  return mirror;
}
