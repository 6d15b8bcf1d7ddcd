/** How a long reading or writing behaves beside everything else that goes on. */
export interface ReadOptions {
  /** Ends the work at the next slice; the promise is rejected with its reason. */
  readonly signal?: AbortSignal | undefined;
  /** A table of more rows is refused as soon as that is known. */
  readonly mostRows?: number | undefined;
  /** Hears after each piece how far the work is, as a sentence. */
  readonly progress?: ((sentence: string) => void) | undefined;
}
