const longest = 40;

/** What a person gave, for a sentence: as it is, or its beginning. */
export const quoted = (text: string) =>
  `“${text.length > longest ? `${text.slice(0, longest)}…` : text}”`;
