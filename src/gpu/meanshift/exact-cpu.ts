import type { CpuInvocations } from '../kernel.ts';

/** Lays the points out in tiles; see `exact-tiles.wgsl`. */
export function layTiles({ first, last, uniforms, constants, buffers }: CpuInvocations): void {
  const { positions, tiles } = buffers;
  const { count, unit } = uniforms;
  const { dimensions } = constants;
  for (let row = uniforms.first + first; row < uniforms.first + last; row++) {
    const at = (row >> 2) * dimensions * 4 + (row & 3);
    for (let axis = 0; axis < dimensions; axis++) {
      tiles[at + 4 * axis] = row < count ? positions[axis * count + row] * unit : 1e18;
    }
  }
}

/** Moves points by their weighted mean differences. */
export function moveToMeans({ first, last, uniforms, constants, buffers }: CpuInvocations): void {
  const { sums, positions, tiles } = buffers;
  const { count, slots, unit } = uniforms;
  const { dimensions } = constants;
  const slotLength = (dimensions + 1) * count;
  for (let row = uniforms.first + first; row < uniforms.first + last; row++) {
    let weightSum = 0;
    for (let slot = 0; slot < slots; slot++) weightSum += sums[slot * slotLength + row];
    for (let axis = 0; axis < dimensions; axis++) {
      let shift = 0;
      for (let slot = 0; slot < slots; slot++) {
        shift += sums[slot * slotLength + (axis + 1) * count + row];
      }
      const moved = positions[axis * count + row] + shift / weightSum / unit;
      positions[axis * count + row] = moved;
      tiles[((row >> 2) * dimensions + axis) * 4 + (row & 3)] = moved * unit;
    }
  }
}
