import { sceneNames, sceneTitle } from '../scenes/registry.ts';
import type { KeyAction } from './keys.ts';
import type { Session } from './session.ts';

export interface PageKeyParts {
  /** The scene that is open, or none. */
  session(): Session | undefined;
  /** Does it now, or once the page has arrived where Back or Forward leads: a press before that counts there. */
  whenThere(act: () => void): void;
  /** The one that is open stays. */
  openScene(name: string): void;
  /** Presents, or ends it. */
  present(): void;
  help(): void;
}

/** What keys do wherever the focus is. */
export function pageKeys({
  session,
  whenThere,
  openScene,
  present,
  help,
}: PageKeyParts): readonly KeyAction[] {
  const player = () => session()?.player;
  return [
    {
      key: ' ',
      help: 'play or pause',
      act: () => whenThere(() => (player()?.playing ? player()?.pause() : player()?.play())),
    },
    { key: '.', help: 'one step, or one phase', act: () => whenThere(() => player()?.forward()) },
    { key: ',', help: 'one step back, or one phase', act: () => whenThere(() => player()?.back()) },
    { key: 'r', help: 'back to the beginning', act: () => whenThere(() => player()?.goTo(0)) },
    {
      key: 'f',
      help: 'fit everything',
      act: () => whenThere(() => session()?.stage.camera.showAll()),
    },
    ...sceneNames.slice(0, 9).map((name, i) => ({
      key: String(i + 1),
      help: `the scene “${sceneTitle(name)}”`,
      act: () => openScene(name),
    })),
    {
      key: 'p',
      help: 'present: picture, caption and time alone, in large type; P or Esc ends it',
      act: present,
    },
    { key: '?', help: 'this help', act: help },
  ];
}
