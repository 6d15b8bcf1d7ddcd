import type { PageTitle } from '../scenes/page-title.ts';
import { sceneContents, sceneNames, sceneTitle } from '../scenes/registry.ts';

/** A page of the whole lesson, which goes through all scenes. */
export interface StoryPage extends PageTitle {
  readonly scene: string;
}

export interface StoryChapter {
  readonly scene: string;
  readonly title: string;
  readonly pages: readonly StoryPage[];
}

/**
 * All pages of all scenes in the lesson's order. Those of other scenes are listed and not loaded.
 *
 * @param pages of the scene that is open
 */
export const storyAround = (open: string, pages: readonly PageTitle[]): readonly StoryChapter[] =>
  sceneNames
    .map((scene) => ({
      scene,
      title: sceneTitle(scene),
      pages: (scene === open ? pages : sceneContents(scene)).map(({ id, title, time }) => ({
        scene,
        id,
        title,
        ...(time === undefined ? {} : { time }),
      })),
    }))
    .filter((chapter) => chapter.pages.length > 0);

/** Where a page stands among all. */
export function placeIn(chapters: readonly StoryChapter[], scene: string, id: string) {
  const all = chapters.flatMap(({ pages }) => pages);
  const at = all.findIndex((page) => page.scene === scene && page.id === id);
  return { all, at, count: all.length };
}
