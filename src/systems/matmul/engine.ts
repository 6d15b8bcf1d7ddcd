import type { Recording } from '../../gpu/backend.ts';
import type { ProductPart } from '../../maths/matmul/product.ts';

/** What computes a product part by part, in one method's way. */
export interface Engine {
  /** The backend's work for a part, or null where `add` does it. */
  record(part: ProductPart): readonly Recording[] | null;
  /** Takes over what the backend brought, or adds the part itself. */
  add(part: ProductPart): void;
  /** Goes on from what C holds now. */
  restart(): void;
}
