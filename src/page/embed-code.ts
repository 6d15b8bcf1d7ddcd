import { originKey } from './embed-origin.ts';
import type { hideableRegions } from './hide-regions.ts';

export type Region = (typeof hideableRegions)[number];

export interface FrameSize {
  /** In CSS pixels. */
  readonly width: number;
  readonly height: number;
}

export interface EmbedChoice extends FrameSize {
  /** The whole address of what is seen, with its `hide=`. */
  readonly address: string;
  /** The origin whose page may control the frame; empty for none but the page's own. */
  readonly origin: string;
  /** What the frame shows, for who cannot see it. */
  readonly title: string;
}

/** The address for the frame: who may control it stands before the `#`, which then may change. */
export function frameAddress({ address, origin }: Pick<EmbedChoice, 'address' | 'origin'>): string {
  if (origin === '') return address;
  const [page, hash = ''] = address.split('#');
  const said = `${page.includes('?') ? '&' : '?'}${originKey}=${encodeURIComponent(origin)}`;
  return `${page}${said.replace(/%(3A|2F)/g, decodeURIComponent)}#${hash}`;
}

/** The HTML that shows it in another page. */
export function embedCode(choice: EmbedChoice): string {
  const { title, width, height } = choice;
  return [
    `<iframe src="${escaped(frameAddress(choice))}"`,
    `title="${escaped(title)}"`,
    `width="${width}" height="${height}"`,
    'style="border: 0; max-width: 100%"',
    'loading="lazy" allow="clipboard-write"></iframe>',
  ].join(' ');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '"': '&quot;',
  '<': '&lt;',
  '>': '&gt;',
};
const escaped = (text: string) => text.replace(/[&"<>]/g, (sign) => entities[sign]);

/** A size at which the picture is never less than half of what is seen. */
export function fittingSize(hidden: readonly Region[]): FrameSize {
  const shows = (...regions: Region[]) => regions.some((region) => !hidden.includes(region));
  const beside = (shows('lesson', 'code') ? 340 : 0) + (shows('panel', 'charts') ? 300 : 0);
  const around = (shows('header') ? 60 : 0) + (shows('transport') ? 100 : 0);
  return { width: 640 + beside, height: (beside > 0 ? 520 : 400) + around };
}
