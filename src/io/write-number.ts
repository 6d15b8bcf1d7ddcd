/**
 * A number with as many digits as it takes to read the same bits back, as f64 and, if it is one, as
 * f32. NaN is written as NaN, whatever its payload.
 */
export const writeNumber = (value: number) => (Object.is(value, -0) ? '-0' : String(value));
