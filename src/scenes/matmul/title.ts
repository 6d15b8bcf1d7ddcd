export const title = 'Matrix product';

/** Where the lesson speaks of it, in seconds: 10:52. */
export const chapter = 652;
