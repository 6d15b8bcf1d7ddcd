/** A lesson page as a list of contents names it. */
export interface PageTitle {
  /** As in the URL; unique within its scene. */
  readonly id: string;
  readonly title: string;
  /** Where the video speaks of it: “37:05”. */
  readonly time?: string;
}
