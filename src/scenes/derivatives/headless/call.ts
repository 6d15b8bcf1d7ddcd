import type { HeadlessCall } from '../../headless-side.ts';
import type { parameters } from '../parameters.ts';
import type { options } from './options.ts';

/** What was asked for of the derivatives on the command line. */
export type DerivativesCall = HeadlessCall<typeof parameters, typeof options>;
