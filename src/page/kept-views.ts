/** What can be had beside the picture, in the order in which it is offered. */
export const viewNames = ['lesson', 'controls', 'tools', 'charts', 'code'] as const;
export type ViewName = (typeof viewNames)[number];

/** Which views are open on a wide screen. */
export interface KeptViews {
  readonly lesson: boolean;
  /** What is open beside the lesson, and what without it. */
  readonly beside: readonly ViewName[];
  readonly alone: readonly ViewName[];
}

const store = 'meanfield-views';
const byDefault: KeptViews = { lesson: true, beside: [], alone: ['controls'] };

/** As the last visit left them; `public/before-paint.js` reads the same. */
export function keptViews(): KeptViews {
  const [lesson, ...lists] = readStore().split('|');
  if (lists.length !== 2) return byDefault;
  const [beside, alone] = lists.map((list) => {
    const names = list.split(' ');
    return viewNames.filter((name) => name !== 'lesson' && names.includes(name));
  });
  return { lesson: lesson !== '0', beside, alone };
}

export function keepViews({ lesson, beside, alone }: KeptViews): void {
  try {
    localStorage.setItem(store, [lesson ? 1 : 0, beside.join(' '), alone.join(' ')].join('|'));
  } catch {
    // A browser may be told to keep nothing: then it holds for this visit.
  }
}

function readStore(): string {
  try {
    return localStorage.getItem(store) ?? '';
  } catch {
    // As above.
    return '';
  }
}
