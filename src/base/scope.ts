/** Owns what has to be given back. Cleaning up is declared where a thing is made. */
export interface Scope {
  /** Runs `dispose` when the scope ends, after everything that was declared later. */
  defer(dispose: () => void): void;
  /** Ends the scope: disposes in reverse order, once. */
  end(): void;
  readonly ended: boolean;
}

export function createScope(): Scope {
  const disposals: (() => void)[] = [];
  let ended = false;
  return {
    defer(dispose) {
      if (ended) throw new Error('this scope has ended: nothing can be added to it');
      disposals.push(dispose);
    },
    end() {
      ended = true;
      for (let dispose = disposals.pop(); dispose; dispose = disposals.pop()) dispose();
    },
    get ended() {
      return ended;
    },
  };
}

/** Makes something that lives in a scope. Where it cannot be made whole, what there is of it is given back. */
export async function inScope<T>(make: (scope: Scope) => Promise<T>): Promise<T> {
  const scope = createScope();
  try {
    return await make(scope);
  } catch (error) {
    scope.end();
    throw error;
  }
}
