/** Which scene a person wants to see, while opening one takes its time. */
export interface SceneChoice {
  /** Opens a scene, unless it is there, or on its way; what was chosen last counts. */
  choose(name: string): void;
}

export interface SceneChoiceParts {
  /** The scene that is open; undefined between two. */
  current(): string | undefined;
  /**
   * Opens a scene once what was asked for before is done.
   *
   * @param isWanted asked then: another one may have been chosen meanwhile
   * @returns resolves when it is there, or could not be opened; never rejects
   */
  open(name: string, isWanted: () => boolean): Promise<void>;
  /** Shows which scene is on its way; null for none. */
  mark(name: string | null): void;
}

export function createSceneChoice({ current, open, mark }: SceneChoiceParts): SceneChoice {
  /** What is on its way. */
  let chosen: string | null = null;

  async function bring(name: string): Promise<void> {
    await open(name, () => chosen === name && current() !== name);
    if (chosen !== name) return;
    chosen = null;
    mark(null);
  }

  return {
    choose(name) {
      if (name === (chosen ?? current())) return;
      chosen = name;
      mark(name);
      void bring(name);
    },
  };
}
