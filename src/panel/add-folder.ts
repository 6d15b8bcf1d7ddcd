import type { FolderApi } from 'tweakpane';

/** Adds a folder whose button tells assistive technology whether it is open. */
export function addFolder(parent: FolderApi, title: string): FolderApi {
  const folder = parent.addFolder({ title });
  const button = folder.element.querySelector('button');
  const tell = () => button?.setAttribute('aria-expanded', String(folder.expanded));
  folder.on('fold', tell);
  tell();
  return folder;
}
