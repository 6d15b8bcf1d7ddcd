import type { Expression } from '../../../maths/expression/expression.ts';
import type { World } from '../../../world/world.ts';

/** All that the tools read of the scene's world. */
export interface ToolWorld extends World {
  readonly expression: Expression;
  readonly parameters: Readonly<Record<string, number>>;
  /** Where the point is now. */
  readonly now: { readonly x: number };
}
