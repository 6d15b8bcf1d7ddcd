import { type WeightKernel, weight, weightKernels } from '../../maths/weight-kernel.ts';
import { declareKernel } from '../declare-kernel.ts';
import type { CpuInvocations } from '../kernel.ts';
import body from './exact.wgsl?raw';

/** Moves every point of a batch to the weighted mean of all points; see `exact.wgsl`. */
export const exactMeanShift = declareKernel({
  name: 'exact mean shift',
  workgroupSize: [64, 1, 1],
  constants: {
    weight_kernel: {
      value: 0,
      comment: '0: gaussian, exp(-(d/bandwidth)²/2). 1: triangular, max(1 - d/bandwidth, 0).',
    },
  },
  uniforms: {
    count: { type: 'u32', comment: 'How many points there are.' },
    first: { type: 'u32', comment: 'The batch is the points [first, first + size).' },
    size: { type: 'u32' },
    bandwidth: { type: 'f32', comment: 'In the units of the coordinates.' },
    extent: { type: 'f32', comment: 'The largest distance between two points along an axis.' },
  },
  bindings: {
    positions: {
      access: 'read',
      element: 'real',
      comment: 'The x coordinates come first, then the y coordinates.',
    },
    shifted: { access: 'read_write', element: 'real' },
  },
  body,
  cpu: shiftBatch,
});

export const weightKernelConstant = (kernel: WeightKernel) => ({
  weight_kernel: weightKernels.indexOf(kernel),
});

/** The same in f64, as plainly as the lesson writes it. */
function shiftBatch({ first, last, uniforms, constants, buffers }: CpuInvocations): void {
  const { positions, shifted } = buffers;
  const { count, bandwidth } = uniforms;
  const kernel = weightKernels[constants.weight_kernel];
  for (let i = uniforms.first + first; i < uniforms.first + last; i++) {
    const x = positions[i];
    const y = positions[count + i];
    let weightSum = 0;
    let shiftX = 0;
    let shiftY = 0;
    for (let j = 0; j < count; j++) {
      const dx = positions[j] - x;
      const dy = positions[count + j] - y;
      const w = weight(kernel, (dx / bandwidth) ** 2 + (dy / bandwidth) ** 2);
      weightSum += w;
      shiftX += w * dx;
      shiftY += w * dy;
    }
    shifted[i] = x + shiftX / weightSum;
    shifted[count + i] = y + shiftY / weightSum;
  }
}
