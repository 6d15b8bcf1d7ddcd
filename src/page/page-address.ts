import { withoutOrigin } from './embed-origin.ts';

/** The page's whole address with this state, as it is given away. */
export const pageAddress = (hash: string): string =>
  withoutOrigin(location.href.split('#')[0]) + hash;
