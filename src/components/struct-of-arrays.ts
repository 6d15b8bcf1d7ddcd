type NumberArrayConstructor =
  | typeof Float64Array
  | typeof Float32Array
  | typeof Uint32Array
  | typeof Int32Array;

export type Fields = Readonly<Record<string, NumberArrayConstructor>>;

export type StructOfArrays<F extends Fields> = {
  readonly [K in keyof F]: InstanceType<F[K]>;
};

/**
 * One typed array a field, all over one buffer and in the fields' order, indexed by entity id.
 * Ids start at 1, so the arrays are one longer than the capacity.
 */
export function structOfArrays<F extends Fields>(capacity: number, fields: F): StructOfArrays<F> {
  const length = capacity + 1;
  const types = Object.entries(fields);
  const bytes = types.map(([, type]) => length * type.BYTES_PER_ELEMENT);
  // Eight-byte fields would have to begin at multiples of eight; so does every field.
  const starts = bytes.map((_, i) => bytes.slice(0, i).reduce((sum, it) => sum + roundUp(it), 0));
  const buffer = new ArrayBuffer(bytes.reduce((sum, it) => sum + roundUp(it), 0));
  const arrays = types.map(([name, type], i) => [name, new type(buffer, starts[i], length)]);
  return Object.fromEntries(arrays) as StructOfArrays<F>;
}

const roundUp = (bytes: number) => Math.ceil(bytes / 8) * 8;
