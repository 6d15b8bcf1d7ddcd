import type { CodeListing } from '../../../view/code-listing.ts';
import type { PhaseLines } from './phase-lines.ts';

/** The lesson's own code. */
export const pythonListing = (text: string, phases: PhaseLines): CodeListing => ({
  language: 'Python',
  text: text.trimEnd(),
  note: 'As the lesson writes it.',
  phases,
});
