import { randomUUID } from 'node:crypto';
import { type BigIntStats, rmSync } from 'node:fs';
import { type FileHandle, open, rename, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { OutputPlace } from './check-output.ts';
import { codeOf, describeFault } from './file-fault.ts';

/** A place beside the output file, taken before anything is computed. */
export interface ReservedOutput {
  /**
   * Writes the file whole or not at all: beside it first, flushed to the disk, and then renamed. A
   * file that was there keeps its mode.
   *
   * @throws Error that names the file, if the disk is full, or another run has written it meanwhile
   */
  write(content: string | AsyncIterable<string>): Promise<void>;
  /** Takes away what is left beside the file; also done when the process ends. */
  release(): Promise<void>;
}

/** A disk with room for less is full. */
const probeBytes = 4096;
/** Few large writes, whatever the pieces. */
const writtenAtOnce = 2 ** 20;

/**
 * @param onPartial hears of the file beside, which is left if the process is killed by force; null
 *   once it is gone
 * @throws Error that names the file, if nothing can be written there
 */
export async function reserveOutput(
  { path, label }: OutputPlace,
  onPartial?: (path: string | null) => void,
): Promise<ReservedOutput> {
  // A name of its own length, so that a file's longest possible name stays possible.
  const beside = join(dirname(path), `.meanfield-${randomUUID()}.partial`);
  const remove = () => rmSync(beside, { force: true });
  const named = (error: unknown) => new Error(`${label}: ${describeFault(error)}`);
  const before = await stateOf(path);
  let file: FileHandle | null = null;
  // Signals end the process between any two lines from here on.
  process.on('exit', remove);
  onPartial?.(beside);
  try {
    file = await open(beside, 'wx');
    await file.write(Buffer.alloc(probeBytes), 0, probeBytes, 0);
    await file.truncate(0);
  } catch (error) {
    await release();
    throw named(error);
  }
  const reserved = file;

  async function release(): Promise<void> {
    try {
      await file?.close();
    } finally {
      remove();
      process.off('exit', remove);
      onPartial?.(null);
    }
  }

  async function write(content: string | AsyncIterable<string>): Promise<void> {
    try {
      await writeWhole(reserved, content);
      if (before) await reserved.chmod(Number(before.mode) & 0o7777);
      await reserved.sync();
      await reserved.close();
    } catch (error) {
      throw codeOf(error) ? named(error) : error;
    }
    if (!isSame(before, await stateOf(path))) {
      throw new Error(
        `${label} was written by another program while this run computed, and is left as that wrote it; run again, or name another file`,
      );
    }
    await rename(beside, path).catch((error) => Promise.reject(named(error)));
  }

  return { write, release };
}

async function writeWhole(file: FileHandle, content: string | AsyncIterable<string>) {
  let position = 0;
  for await (const bytes of chunks(content)) {
    for (let at = 0; at < bytes.length; ) {
      const { bytesWritten } = await file.write(bytes, at, bytes.length - at, position);
      at += bytesWritten;
      position += bytesWritten;
    }
  }
}

async function* chunks(content: string | AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  if (typeof content === 'string') {
    yield Buffer.from(content);
    return;
  }
  let text = '';
  for await (const piece of content) {
    text += piece;
    if (text.length < writtenAtOnce) continue;
    yield Buffer.from(text);
    text = '';
  }
  yield Buffer.from(text);
}

/** @returns null if there is no file */
async function stateOf(path: string): Promise<BigIntStats | null> {
  return stat(path, { bigint: true }).catch((error) =>
    codeOf(error) === 'ENOENT' ? null : Promise.reject(error),
  );
}

function isSame(before: BigIntStats | null, now: BigIntStats | null): boolean {
  if (!before || !now) return before === now;
  return before.ino === now.ino && before.size === now.size && before.mtimeNs === now.mtimeNs;
}
