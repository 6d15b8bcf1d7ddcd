import type { Scope } from '../base/scope.ts';
import type { Backend, Recording, RecordingCache, ScopedBackend } from './backend.ts';

/** What a backend makes for a scope, given back when the scope ends. */
export function scopedBackend(compute: Backend, scope: Scope): ScopedBackend {
  return {
    createBuffer(label, element, length) {
      const buffer = compute.createBuffer(label, element, length);
      scope.defer(() => buffer.destroy());
      return buffer;
    },
    record(commands) {
      const recording = compute.record(commands);
      scope.defer(() => recording.dispose());
      return recording;
    },
    cacheRecordings: (most) => cacheRecordings(compute, scope, most),
  };
}

function cacheRecordings(compute: Backend, scope: Scope, most: number): RecordingCache {
  /** The one that was asked for last comes last. */
  const kept: { readonly key: readonly unknown[]; readonly recording: Recording }[] = [];
  scope.defer(() => {
    for (const { recording } of kept.splice(0)) recording.dispose();
  });
  return {
    get(key, commands) {
      const at = kept.findIndex((it) => isSame(it.key, key));
      const [found = { key, recording: compute.record(commands()) }] =
        at < 0 ? [] : kept.splice(at, 1);
      kept.push(found);
      for (const { recording } of kept.splice(0, kept.length - most)) recording.dispose();
      return found.recording;
    },
  };
}

const isSame = (a: readonly unknown[], b: readonly unknown[]) =>
  a.length === b.length && a.every((part, i) => part === b[i]);
