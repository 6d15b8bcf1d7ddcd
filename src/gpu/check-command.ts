import type { Command, Dispatch } from './backend.ts';

/**
 * Refuses what no backend can run as promised.
 *
 * @throws Error that names the command and what is wrong with it
 */
export function checkCommand(command: Command): void {
  switch (command.kind) {
    case 'dispatch':
      checkDispatch(command);
      return;
    case 'copy': {
      const { from, to, fromOffset = 0, toOffset = 0, length = from.length } = command;
      if (from === to) throw new Error(`copying “${from.label}” onto itself`);
      if (fromOffset + length > from.length || toOffset + length > to.length) {
        throw new Error(
          `a copy of ${length} from “${from.label}” to “${to.label}” leaves a buffer`,
        );
      }
      return;
    }
    case 'read':
      if (command.into.length !== command.from.length) {
        throw new Error(
          `“${command.from.label}” has ${command.from.length} elements, its destination ${command.into.length}`,
        );
      }
  }
}

function checkDispatch({ kernel, constants = {}, uniforms, buffers, grid }: Dispatch): void {
  const where = `kernel “${kernel.name}”`;
  for (const field of Object.keys(kernel.uniforms)) {
    if (!Number.isFinite(uniforms[field])) {
      throw new Error(`${where}: uniform “${field}” is ${uniforms[field]}`);
    }
  }
  for (const name of Object.keys(constants)) {
    if (!Object.hasOwn(kernel.constants ?? {}, name))
      throw new Error(`${where} has no constant “${name}”`);
  }
  const bound = new Set<unknown>();
  for (const [name, { element }] of Object.entries(kernel.bindings)) {
    const buffer = buffers[name];
    if (!buffer) throw new Error(`${where}: nothing is bound to “${name}”`);
    if (buffer.element !== element) {
      throw new Error(
        `${where}: “${name}” wants ${element}, “${buffer.label}” holds ${buffer.element}`,
      );
    }
    if (bound.has(buffer)) {
      throw new Error(
        `${where}: “${buffer.label}” is bound twice; a dispatch must not read what it writes`,
      );
    }
    bound.add(buffer);
  }
  for (const size of grid) {
    if (size === undefined || !Number.isInteger(size) || size < 1) {
      throw new Error(
        `${where}: the grid ${grid.join('x')} is not made of whole numbers from 1 up`,
      );
    }
  }
}

/**
 * Refuses values for the uniforms of a recording that none of its dispatches can take.
 *
 * @throws Error that names the uniform
 */
export function checkUniforms(
  commands: readonly Command[],
  values: Readonly<Record<string, number>>,
): void {
  for (const [name, value] of Object.entries(values)) {
    if (!Number.isFinite(value)) throw new Error(`uniform “${name}” is ${value}`);
    const isThere = commands.some(
      (it) => it.kind === 'dispatch' && Object.hasOwn(it.kernel.uniforms, name),
    );
    if (!isThere) throw new Error(`no dispatch of this recording has a uniform “${name}”`);
  }
}
