import { createBesideLesson } from './beside-lesson.ts';
import type { BoundLessonPage } from './bind-page.ts';
import type { PageElements } from './page-elements.ts';
import type { Session } from './session.ts';
import { createStageFigure } from './stage-figure.ts';

export interface LessonSurroundingsParts extends Pick<PageElements, 'lesson' | 'figure' | 'stage'> {
  readonly session: Session;
  /** Beside the text. */
  readonly slot: HTMLElement;
  /** With the question. */
  readonly near: HTMLElement;
  mountParameters(host: HTMLElement, session: Session, names: readonly string[]): () => void;
}

/** What a page speaks of, beside its text and on the stage. */
export interface LessonSurroundings {
  show(page: BoundLessonPage, events: { answered(): void; failed(error: unknown): void }): void;
  /** Listings and charts may be new. */
  refresh(page: BoundLessonPage): void;
  dispose(): void;
}

export function createLessonSurroundings({
  lesson,
  figure,
  stage,
  session,
  slot,
  near,
  mountParameters,
}: LessonSurroundingsParts): LessonSurroundings {
  const onStage = createStageFigure(figure, stage, session);
  const beside = createBesideLesson({ slot, near }, (host, names) =>
    mountParameters(host, session, names),
  );
  /** Taken away for a class, the lesson points at nothing. */
  const refresh = ({ subject, besides = [] }: BoundLessonPage) =>
    beside.show(lesson.hidden ? [] : [subject, ...besides]);
  return {
    show(page, events) {
      refresh(page);
      if (!lesson.hidden) onStage.show(page, events);
    },
    refresh,
    dispose() {
      onStage.dispose();
      beside.dispose();
    },
  };
}
