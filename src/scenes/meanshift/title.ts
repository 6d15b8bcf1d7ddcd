export const title = 'Mean shift';
