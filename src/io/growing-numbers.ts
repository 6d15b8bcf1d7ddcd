import { InputError } from '../base/input-error.ts';

/** Numbers of one file: a gigabyte in f64, MNIST's 60,000 pictures almost three times over. */
export const mostNumbers = 2 ** 27;

/** Numbers of which it is not known beforehand how many there will be. */
export interface GrowingNumbers {
  push(value: number): void;
  /** All of them, without a copy. */
  all(): Float64Array;
}

export function createGrowingNumbers(): GrowingNumbers {
  let values = new Float64Array(1024);
  let length = 0;
  return {
    push(value) {
      if (length === values.length) {
        const larger = new Float64Array(2 * length);
        larger.set(values);
        values = larger;
      }
      values[length++] = value;
    },
    all: () => values.subarray(0, length),
  };
}

/** Says what does not fit before memory is taken for it. @throws InputError */
export function checkNumbers(count: number, label: string): void {
  if (count <= mostNumbers) return;
  throw new InputError(
    `${label} has more than ${mostNumbers.toLocaleString('en')} numbers, which take 1 GiB of memory; give fewer rows or columns`,
  );
}
