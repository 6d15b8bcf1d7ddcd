import type { Session } from './session.ts';

export function mountCode(_host: HTMLElement, _session: Session): () => void {
  return () => {};
}
