/** What a rectangle u · v gains when its sides become u + du and v + dv. */
export interface Growth {
  readonly product: number;
  /** v·du, along the side that u moves. */
  readonly besides: number;
  /** u·dv, along the side that v moves. */
  readonly below: number;
  /** du·dv */
  readonly corner: number;
  /** All three together, which is (u + du)(v + dv) − u·v without that difference's lost digits. */
  readonly whole: number;
}

export function growProduct(u: number, v: number, du: number, dv: number): Growth {
  const besides = v * du;
  const below = u * dv;
  const corner = du * dv;
  return { product: u * v, besides, below, corner, whole: besides + below + corner };
}
