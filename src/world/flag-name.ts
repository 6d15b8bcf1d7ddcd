/** `maxSteps` as it is written in an address or on the command line: `max-steps`. */
export const flagName = (name: string) =>
  name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
