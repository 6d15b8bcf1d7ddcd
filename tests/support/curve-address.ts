/** The address of a function's curve from −3 to 3, with its slope taken at 1, before the first step. */
export const curveAddress = (f: string, more = ''): string =>
  `#v=1&scene=derivatives&f=${encodeURIComponent(f)}&from=-3&to=3&at=1&step=0${more}`;
