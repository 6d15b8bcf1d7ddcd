import type { Recording } from '../gpu/backend.ts';
import type { Elements } from '../gpu/kernel.ts';

/** Ties fields of components to a buffer on the device: a tick fetches it, history keeps it. */
export interface Mirror {
  readonly refreshes: boolean;
  /** Before a step: what the device holds becomes what was before. */
  readonly keep: readonly Recording[];
  /** After it: brings the device's rows back, for `writeBack`. */
  readonly fetch: readonly Recording[];
  /** Takes the device back to before the last step. */
  readonly revert: readonly Recording[];
  /** Writes what was fetched into the components; what they held is what was before. */
  writeBack(): void;
  /** Takes the components back to before the last step. */
  revertComponents(): void;
  /** Writes what the components hold to the device, as if it had never been elsewhere. */
  upload(): void;
  capture(): Elements;
  /** Puts components and device back to what was captured; there they stand still. */
  restore(captured: Elements): void;
}
