/** Points whose differences are summed before their sum goes to the others. */
export const blockPoints = 128;
