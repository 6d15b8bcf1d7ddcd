export const title = 'Mean shift';

/** Where the lesson speaks of it, in seconds: 37:05. */
export const chapter = 2225;
