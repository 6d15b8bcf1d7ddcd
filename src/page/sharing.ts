import { copyText } from './copy-text.ts';
import type { Region } from './embed-code.ts';
import type { PictureKind } from './picture-menu.ts';
import { pictureText } from './picture-text.ts';
import { savePicture } from './save-picture.ts';
import type { Session } from './session.ts';

/** What a person can take along of what is seen. */
export interface Sharing {
  copyLink(): Promise<void>;
  openEmbed(): Promise<void>;
  savePicture(kind: PictureKind): Promise<void>;
}

/**
 * @param host the stage's element
 * @param link the whole address of what is seen, with these regions taken away or those that are
 */
export function sharingOf(
  session: Session,
  host: HTMLElement,
  link: (hide?: readonly Region[]) => string,
): Sharing {
  const { scene } = session;
  return {
    copyLink: () => copyText(link()),
    async openEmbed() {
      const { openEmbedDialog } = await import('./embed-dialog.ts');
      openEmbedDialog({ title: scene.title, address: link });
    },
    savePicture: (kind) =>
      savePicture(
        session,
        host,
        `${scene.name}-step-${session.world.step}.png`,
        kind === 'alone' ? null : pictureText(session, link()),
      ),
  };
}
