import type { ScenePage } from '../scenes/scene-page.ts';
import type { MountedTool, ToolContext } from '../scenes/tool.ts';
import type { ChartData, ChartFrame } from '../view/chart.ts';
import type { CodeListing, CodeValue } from '../view/code-listing.ts';
import type { LessonText } from '../view/lesson-page.ts';
import type { SceneMoment } from '../view/scene-moment.ts';
import type { Description } from '../world/description.ts';
import type { World } from '../world/world.ts';

export interface BoundChart extends ChartFrame {
  /** Of the moment that is shown. */
  data(): ChartData;
}

export interface BoundTool {
  readonly id: string;
  readonly title: string;
  readonly help: string;
  open(host: HTMLElement, context: Omit<ToolContext, 'moment'>): MountedTool;
}

export interface BoundLessonPage extends LessonText {
  /**
   * Begins to watch, from the moment that is shown.
   *
   * @returns whether the question was done by now
   */
  watch(): () => boolean;
  /** A figure with a life of its own, which takes the stage; returns how to end it. */
  readonly figure:
    | ((
        host: HTMLElement,
        context: { answered(): void; failed(error: unknown): void },
      ) => () => void)
    | null;
}

/** A scene's page, bound to the moment that is shown: what shows it need not know its types. */
export interface BoundPage {
  readonly charts: readonly BoundChart[];
  /** Whether there is code at all. */
  readonly hasCode: boolean;
  /** The same listings as long as they do not depend on what has changed. */
  code(): readonly CodeListing[];
  codeValues(): readonly CodeValue[];
  readonly tools: readonly BoundTool[];
  readonly lesson: readonly BoundLessonPage[];
}

export function bindPage<W extends World, D extends Description>(
  { charts = [], code = [], codeValues, tools = [], lesson = [] }: ScenePage<W, D>,
  moment: () => SceneMoment<W, D>,
): BoundPage {
  return {
    charts: charts.map((chart) => ({ ...chart, data: () => chart.data(moment()) })),
    hasCode: typeof code === 'function' || code.length > 0,
    code: () => (typeof code === 'function' ? code(moment()) : code),
    codeValues: () => codeValues?.(moment()) ?? [],
    tools: tools.map((tool) => ({
      ...tool,
      open: (host, context) => tool.open(host, { ...context, moment }),
    })),
    lesson: lesson.map(({ figure, ...page }) => ({
      ...page,
      watch() {
        const isDone = page.question.watch(moment());
        return () => isDone(moment());
      },
      figure: figure ? (host, context) => figure(host, { ...context, opening: moment() }) : null,
    })),
  };
}
