export const title = 'Derivatives';

/** Where the lesson speaks of it, in seconds: 1:37:33. */
export const chapter = 5853;
