/** In bandwidths: the largest shift that counts as none, and which points end in one cluster. */
export const defaultConvergence = { tolerance: 1e-3, mergeRadius: 0.5 } as const;
