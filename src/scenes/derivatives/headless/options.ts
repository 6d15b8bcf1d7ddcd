import { optionTable } from '../../headless-options.ts';
import { parameters } from '../parameters.ts';

/** What only the headless run of the derivatives has. */
export const options = optionTable({
  // On the panel h is what suits the motion; a table has none.
  h: { ...parameters.h, default: 1e-3, help: 'The distance that the slope is taken over.' },
  samples: {
    label: 'samples',
    help: 'How many points of the window, both of its ends among them; 1 where it is a single place.',
    effect: 'live',
    default: 601,
    min: 2,
    max: 10_000,
    step: 1,
    integer: true,
    atLeast: 1,
    atMost: 2_000_000,
  },
  hSweep: {
    switch: true,
    help: 'Instead of a window: at one place, a row for each h from 1 to 1e-16 in half-decades.',
  },
});
