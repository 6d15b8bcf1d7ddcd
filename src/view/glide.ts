import type { View } from './view.ts';
import { viewBetween } from './view-between.ts';

/** A camera's way from one view to another. */
export interface Glide {
  /** Where it leads; null while there is none. */
  readonly to: View | null;
  begin(from: View, to: View, ms: number): void;
  /** Lets real time pass; without it nothing glides. */
  advance(ms: number): void;
  /** Leaves the camera where it is. */
  end(): void;
}

/** @param look shows a view; called as the way goes on */
export function createGlide(look: (view: View) => void): Glide {
  let way: { readonly from: View; readonly to: View; readonly ms: number } | null = null;
  let passedMs = 0;
  return {
    get to() {
      return way?.to ?? null;
    },
    begin(from, to, ms) {
      way = { from, to, ms };
      passedMs = 0;
      look(from);
    },
    advance(ms) {
      if (!way) return;
      passedMs += ms;
      const part = Math.min(1, passedMs / way.ms);
      look(viewBetween(way.from, way.to, part * part * (3 - 2 * part)));
      if (part === 1) way = null;
    },
    end() {
      way = null;
    },
  };
}
