import type { Command, Copy, Dispatch, Read, Recording } from './backend.ts';
import { checkCommand, checkUniforms } from './check-command.ts';

/** A dispatch whose uniforms are its own, to be written. */
export interface CpuDispatch extends Dispatch {
  readonly uniforms: Record<string, number>;
}

export interface CpuRecording extends Recording {
  readonly ready: readonly (CpuDispatch | Copy | Read)[];
  /** Takes over the uniforms that were set since the last run. */
  begin(): void;
}

export function recordCpu(commands: readonly Command[]): CpuRecording {
  for (const command of commands) checkCommand(command);
  const ready = commands.map((command) =>
    command.kind === 'dispatch' ? { ...command, uniforms: { ...command.uniforms } } : command,
  );
  const written = new Map<string, number>();
  return {
    commands,
    ready,
    setUniforms(values) {
      checkUniforms(commands, values);
      for (const [name, value] of Object.entries(values)) written.set(name, value);
    },
    begin() {
      for (const [name, value] of written) {
        for (const command of ready) {
          if (command.kind === 'dispatch' && name in command.kernel.uniforms) {
            command.uniforms[name] = value;
          }
        }
      }
      written.clear();
    },
    dispose: () => undefined,
  };
}
