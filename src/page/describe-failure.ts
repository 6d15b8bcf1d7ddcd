/** What went wrong, for a person. */
export function describeFailure(error: unknown): string {
  // An array that cannot be made: “Invalid typed array length”, “Array buffer allocation failed”.
  if (error instanceof RangeError) return 'That takes more memory than there is here.';
  return error instanceof Error ? error.message : String(error);
}
