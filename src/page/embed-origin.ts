import { InputError } from '../base/input-error.ts';
import { quoted } from '../base/quoted.ts';

/**
 * The address' key, before its `#`: what follows that changes while one plays, and this is to hold as
 * long as the page is there.
 */
export const originKey = 'embed-origin';

/**
 * Reads an origin as a person wrote it.
 *
 * @returns it as browsers write it: `https://example.org`, `http://localhost:8000`
 * @throws InputError that says how an origin is written
 */
export function readOrigin(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  const isWeb = url !== null && /^https?:$/.test(url.protocol);
  // An origin is no page: who writes a path may think that the rest of the site is kept out.
  const isBare = url?.pathname === '/' && url.search === '' && url.hash === '' && !url.username;
  if (url && isWeb && isBare) return url.origin;
  throw new InputError(
    `${originKey} must be like https://example.org, without a path and not ${quoted(text)}`,
  );
}

export interface ControllingOrigin {
  /** The one origin whose page may ask and act, or null: no page may. */
  readonly origin: string | null;
  /** What of the address was refused, or null. */
  readonly refused: string | null;
}

/**
 * Who may control this page from around it: the origin that the frame's address names, or else the
 * page's own. An origin without a name (`null`: files, sandboxes) is shared by strangers, so it is none.
 *
 * @param address the page's whole address
 */
export function controllingOrigin(address: string): ControllingOrigin {
  const { origin, searchParams } = new URL(address);
  const named = searchParams.getAll(originKey);
  if (named.length === 0) return { origin: origin === 'null' ? null : origin, refused: null };
  if (named.length > 1) {
    return { origin: null, refused: `${originKey} is given ${named.length} times; give it once` };
  }
  try {
    return { origin: readOrigin(named[0]), refused: null };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { origin: null, refused: error.message };
  }
}

/** An address as it is given away: who frames this page is no part of what it shows. */
export function withoutOrigin(address: string): string {
  const url = new URL(address);
  if (!url.searchParams.has(originKey)) return address;
  url.searchParams.delete(originKey);
  return url.href;
}
