import { applyLessonState } from './apply-lesson-state.ts';
import type { BoundLessonPage } from './bind-page.ts';
import type { Session } from './session.ts';

/** The state that lesson pages set up: one at a time, and the last that was wanted counts. */
export interface PageSettings {
  /** @param applies whether the scene takes over the page's state; else it stays as it is */
  setUp(page: BoundLessonPage, applies: boolean): void;
  /** Whether the page's question was done; not while the page is being set up. */
  isDone(): boolean;
  dispose(): void;
}

/** @param host says in its data which page is ready */
export function createPageSettings(
  host: HTMLElement,
  session: Session,
  failed: (error: unknown) => void,
): PageSettings {
  let isDone: (() => boolean) | null = null;
  let asked = 0;
  return {
    setUp(page, applies) {
      const mine = ++asked;
      const isWanted = () => mine === asked;
      isDone = null;
      delete host.dataset.ready;
      const applied = applies ? applyLessonState(session, page.state, isWanted) : Promise.resolve();
      applied
        .then(() => {
          if (!isWanted()) return;
          isDone = page.watch();
          host.dataset.ready = page.id;
        })
        .catch(failed);
    },
    isDone: () => isDone?.() ?? false,
    dispose() {
      asked += 1;
    },
  };
}
