import type { FrameSize } from './embed-code.ts';

export interface EmbedPreview {
  readonly element: HTMLElement;
  /** Shows an address in a frame of this size, made smaller where there is less room. */
  show(address: string, size: FrameSize): void;
  dispose(): void;
}

/** A frame loads a whole page: not one for each letter that is typed. */
const restMs = 500;
const mostHeight = 480;

/** The page as it would be seen in its frame: to be looked at, and not to be reached by the Tab key. */
export function createEmbedPreview(): EmbedPreview {
  const element = document.createElement('div');
  element.className = 'embed-preview';
  element.inert = true;
  let frame = element.appendChild(makeFrame());
  let size: FrameSize = { width: 1, height: 1 };
  let shown = '';
  let timer: ReturnType<typeof setTimeout> | undefined;

  function place(): void {
    const { width, height } = size;
    const scale = Math.min(1, element.clientWidth / width, mostHeight / height);
    frame.style.width = `${width}px`;
    frame.style.height = `${height}px`;
    frame.style.transform = `scale(${scale})`;
    element.style.height = `${height * scale}px`;
  }
  const observer = new ResizeObserver(place);
  observer.observe(element);

  return {
    element,
    show(address, wanted) {
      size = wanted;
      place();
      if (address === shown) return;
      shown = address;
      clearTimeout(timer);
      timer = setTimeout(() => {
        // Another frame for another address: changing one's would be an entry in the browser's history.
        frame = makeFrame();
        frame.src = address;
        place();
        element.replaceChildren(frame);
      }, restMs);
    },
    dispose() {
      clearTimeout(timer);
      observer.disconnect();
    },
  };
}

function makeFrame(): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.title = 'Preview';
  frame.tabIndex = -1;
  return frame;
}
