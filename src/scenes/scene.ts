import type { Backend } from '../gpu/backend.ts';
import type { ParameterTable, ParameterValues } from '../world/parameters.ts';
import type { Schedule, World } from '../world/world.ts';

/** One folder under `scenes/`: what the page and the headless run alike need of it. */
export interface Scene<
  T extends ParameterTable = ParameterTable,
  W extends World<ParameterValues<T>> = World<ParameterValues<T>>,
> {
  /** As in the URL and on the command line. */
  readonly name: string;
  readonly title: string;
  readonly parameters: T;
  readonly schedule: Schedule<W>;
  /** Makes the scene's world, at step 0. */
  enter(values: ParameterValues<T>, compute: Backend): Promise<W>;
}
