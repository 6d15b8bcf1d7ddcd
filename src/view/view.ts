/** Where a camera looks: a centre in world units, and CSS pixels a world unit. */
export interface View {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}
