import type { CodeListing } from '../../view/code-listing.ts';

export const code: readonly CodeListing[] = [];
