import type { LessonState } from '../view/lesson-page.ts';
import { applyLessonState } from './apply-lesson-state.ts';
import type { BoundLessonPage } from './bind-page.ts';
import type { Session } from './session.ts';

/** A lesson page that is set up, and then watched for its question to be done. */
export interface PageWatch {
  /**
   * Sets the page's state up, unless it is to be left as it is, and begins to watch; what was set up before
   * is wanted no more.
   *
   * @param waits the page stands still, whatever its state says
   */
  begin(page: BoundLessonPage, state: LessonState | null, waits: boolean): Promise<void>;
  /** Whether the question was done by now; never while the page is being set up. */
  isDone(): boolean;
  end(): void;
}

/** @param host says in `data-ready` which page is set up */
export function createPageWatch(host: HTMLElement, session: Session): PageWatch {
  let isDone: (() => boolean) | null = null;
  let settings = 0;

  return {
    async begin(page, state, waits) {
      const mine = ++settings;
      const isWanted = () => mine === settings;
      isDone = null;
      delete host.dataset.ready;
      if (state) await applyLessonState(session, state, waits, isWanted);
      // In every case later than what called it has drawn.
      await null;
      if (!isWanted()) return;
      isDone = page.watch();
      host.dataset.ready = page.id;
    },
    isDone: () => isDone?.() ?? false,
    end() {
      settings += 1;
      isDone = null;
    },
  };
}
