import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runHeadless } from '../../src/headless.ts';

export interface HeadlessCall {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
  /** The one JSON object on stdout. */
  // biome-ignore lint/suspicious/noExplicitAny: a test names the keys that it looks at
  readonly json: any;
}

/** A folder of files that headless runs are started in. */
export function createFolder(files: Readonly<Record<string, string | Uint8Array>> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'meanfield-headless-'));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return {
    path: folder,
    names: () => readdirSync(folder).sort(),
    read: (name: string) => readFileSync(join(folder, name), 'utf8'),
    /** Runs in this process, as the command would in the folder. */
    async run(...argv: string[]): Promise<HeadlessCall> {
      let stdout = '';
      let stderr = '';
      const status = await runHeadless(argv, {
        folder,
        stdout: (text) => {
          stdout += text;
        },
        stderr: (text) => {
          stderr += text;
        },
      });
      return { status, stdout, stderr, json: stdout.startsWith('{') ? JSON.parse(stdout) : null };
    },
  };
}
