import { shorten } from '../base/shorten.ts';

/** What the system says, and what a person can do about it. */
const faults: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'a part of its path is no folder',
  ENAMETOOLONG: 'the name is too long for this file system; choose a shorter one',
  ELOOP: 'its links lead in a circle',
  EACCES: 'permission is denied; check its permissions',
  EPERM: 'permission is denied; check its permissions',
  EROFS: 'the file system is read-only; choose another place',
  ENOSPC: 'the disk is full; make room or choose another place',
  EDQUOT: 'the disk quota is used up; make room or choose another place',
  EFBIG: 'it would be larger than this file system allows; choose another place',
  EIO: 'the disk reports an error',
  EMFILE: 'too many files are open',
  ERR_INVALID_ARG_VALUE: 'the name has a character that no file name can have',
};

/** The code of what a file function threw. */
export const codeOf = (error: unknown) => (error as NodeJS.ErrnoException | null)?.code ?? '';

/** What went wrong with a file, in words. */
export const describeFault = (error: unknown) =>
  faults[codeOf(error)] ?? shorten(codeOf(error) || String(error), 60);
