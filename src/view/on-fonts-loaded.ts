/**
 * Tells when fonts have come: what was written on a canvas before stands there in another face.
 *
 * @returns how to end it
 */
export function onFontsLoaded(listener: () => void): () => void {
  document.fonts.addEventListener('loadingdone', listener);
  return () => document.fonts.removeEventListener('loadingdone', listener);
}
