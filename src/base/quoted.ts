import { shorten } from './shorten.ts';

/** A word fills a sentence; a page of text does not belong into one. */
const mostQuoted = 40;

/** What a person wrote, for the sentence that refuses it: in quotes, in one line, and short. */
export const quoted = (text: string) => `“${shorten(text, mostQuoted)}”`;
