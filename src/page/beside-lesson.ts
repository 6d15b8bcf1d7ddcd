import type { LessonSubject } from '../view/lesson-page.ts';

/** Where a view's own column has its parts, in their order. */
type Home = { readonly parent: Element; readonly next: Element | null };

/** Brings what a lesson page speaks of beside its text, and back to its own column afterwards. */
export interface BesideLesson {
  /** Call it again when the page's parts may be new. */
  show(subjects: readonly LessonSubject[]): void;
  dispose(): void;
}

const marked = 'spoken-of';

/**
 * Charts, tools and code move as they are, with all that was done in them. Parameters have a control of
 * their own here, and what is in sight anyway, the stage and the transport, stays.
 *
 * @param hosts beside the text, and with the question: there stands the one control that it asks for
 */
export function createBesideLesson(
  { slot, near }: { readonly slot: HTMLElement; readonly near: HTMLElement },
  mountParameters: (host: HTMLElement, names: readonly string[]) => () => void,
): BesideLesson {
  const homes = new Map<Element, Home>();
  let parameters = '';
  let endParameters: (() => void)[] = [];

  function showParameters(names: readonly string[]): void {
    if (names.join(' ') === parameters) return;
    parameters = names.join(' ');
    for (const end of endParameters) end();
    const [asked, ...others] = names;
    endParameters = [
      ...(others.length > 0 ? [mountParameters(slot, others)] : []),
      ...(asked === undefined ? [] : [mountParameters(near, [asked])]),
    ];
  }

  function show(subjects: readonly LessonSubject[]): void {
    const wanted = subjects.flatMap((subject) => {
      const found = document.querySelector(selectorOf(subject));
      return found ? [found] : [];
    });
    const moved = wanted.filter((element) =>
      element.matches('[data-chart], [data-tool], .code-pane'),
    );
    for (const element of [...homes.keys()]) if (!moved.includes(element)) sendHome(element);
    for (const element of moved) if (!homes.has(element)) bring(element);
    for (const old of document.querySelectorAll(`.${marked}`)) {
      if (!wanted.includes(old)) old.classList.remove(marked);
    }
    for (const element of wanted) if (!moved.includes(element)) element.classList.add(marked);
    showParameters(
      subjects.flatMap((subject) => {
        const [kind, name] = subject.split(' ');
        return kind === 'parameter' ? [name] : [];
      }),
    );
    for (const host of [slot, near]) host.hidden = host.querySelector('*') === null;
  }

  function bring(element: Element): void {
    const parent = element.parentElement;
    if (!parent) return;
    homes.set(element, { parent, next: element.nextElementSibling });
    if (element instanceof HTMLDetailsElement) element.open = true;
    slot.append(element);
  }

  function sendHome(element: Element): void {
    const home = homes.get(element);
    homes.delete(element);
    // A scene that was left has taken its parts with it.
    if (!home || !element.isConnected) return;
    const before = home.next?.parentElement === home.parent ? home.next : null;
    home.parent.insertBefore(element, before);
  }

  return {
    show,
    dispose() {
      show([]);
    },
  };
}

function selectorOf(subject: LessonSubject): string {
  const [kind, name] = subject.split(' ');
  if (kind === 'code') return '.code-pane';
  return name === undefined ? `#${kind}` : `[data-${kind}="${CSS.escape(name)}"]`;
}
