/** Files whose effect is seen on WebGPU only: what speaks to the device, and what writes WGSL. */
const onDevice = [
  'src/gpu/webgpu-*.ts',
  'src/gpu/pass-timer.ts',
  'src/gpu/staging-pool.ts',
  'src/gpu/open-backend.ts',
  'src/gpu/declare-kernel.ts',
  'src/gpu/derivatives/local-wgsl.ts',
  'src/gpu/derivatives/parameter-uniforms.ts',
  'src/gpu/einsum/contraction-kernel.ts',
  'src/maths/expression/expression-wgsl.ts',
];
const not = (files) => files.map((file) => `!${file}`);

/**
 * The code in parts, each with the tests near it. Only what is seen on a device alone is run on
 * WebGPU: the CPU's implementations are kept to the same results by the same tests, and are quicker.
 *
 * @type {Record<string, { mutate: string[], tests: string[], exclude?: string[], leaveOut?: string[], webgpu?: boolean }>}
 */
export const parts = {
  maths: {
    mutate: [
      'src/maths/*.ts',
      'src/maths/{matmul,einsum}/*.ts',
      '!src/maths/estimate-bandwidth.ts',
    ],
    // What a plan of an einsum is worth shows where it is run.
    tests: ['tests/maths/*.test.ts', 'tests/gpu/{einsum,einsum-made}.test.ts'],
    exclude: ['tests/maths/{bandwidth-criterion,estimate-bandwidth}.test.ts'],
  },
  // Apart, for it takes long: it runs mean shift for each of many bandwidths.
  bandwidth: {
    mutate: ['src/maths/estimate-bandwidth.ts'],
    tests: ['tests/maths/{bandwidth-criterion,estimate-bandwidth}.test.ts'],
    leaveOut: ['finds ', 'does not depend on rows', 'is not widened', 'sixty points'],
  },
  expression: {
    mutate: ['src/maths/expression/*.ts', ...not(onDevice)],
    tests: ['tests/maths/finite-difference.test.ts', 'tests/maths/expression/*.test.ts'],
  },
  systems: { mutate: ['src/systems/**/*.ts'], tests: ['tests/systems/*.test.ts'] },
  gpu: {
    mutate: ['src/gpu/**/*.ts', '!src/**/*.d.ts', ...not(onDevice)],
    tests: ['tests/gpu/*.test.ts'],
    // Those of the functions in WGSL say nothing of the CPU's, which are in `src/maths`.
    exclude: [
      'tests/gpu/{large-product,cancel,derivatives-functions,webgpu-calls,webgpu-submits}.test.ts',
    ],
    leaveOut: ['sums long sums', 'whatever expression', 'Himmelblau', '2×20000', 'on webgpu'],
  },
  // What is asked of a device is seen on one that only keeps a log; the WGSL is run on a real one.
  webgpu: {
    mutate: onDevice,
    tests: [
      'tests/gpu/{backend,declare-kernel,einsum-made,open-backend,recorded-uniforms}.test.ts',
      'tests/gpu/{scoped-backend,webgpu-calls,webgpu-submits,written-formulas}.test.ts',
    ],
    // A driver on the CPU takes seconds to compile a formula.
    leaveOut: ['makes nothing new, and gives'],
    webgpu: true,
  },
};

export const chosenPart = process.env.MUTANTS ?? 'maths';
export const part = parts[chosenPart];
if (!part) {
  throw new Error(`there is no part “${chosenPart}”; one of ${Object.keys(parts).join(', ')}`);
}
