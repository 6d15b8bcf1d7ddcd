/** Shows on a scene's tab that it is being opened; null for none of them. */
export function markOpening(tabs: HTMLElement, name: string | null): void {
  for (const tab of tabs.querySelectorAll<HTMLElement>('[data-scene]')) {
    tab.ariaBusy = String(tab.dataset.scene === name);
  }
}
