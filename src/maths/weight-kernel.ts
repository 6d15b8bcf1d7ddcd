/** How a point's influence falls with its distance. */
export type WeightKernel = 'gaussian' | 'triangular';
export const weightKernels = ['gaussian', 'triangular'] as const satisfies readonly WeightKernel[];

/**
 * The lesson's weights (02_meanshift, 47:37), without the factors that cancel in a weighted mean:
 * a point at distance 0 weighs 1.
 *
 * @param squaredDistance in square bandwidths
 */
export function weight(kernel: WeightKernel, squaredDistance: number): number {
  return kernel === 'gaussian'
    ? Math.exp(-0.5 * squaredDistance)
    : Math.max(1 - Math.sqrt(squaredDistance), 0);
}
