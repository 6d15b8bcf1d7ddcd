const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** The numbers that a person reads in a text: “−1,500”, “2.2 × 10⁻⁵”, each with its last digit's worth. */
export function numbersIn(text: string): { value: number; within: number }[] {
  const pattern = /(?<![\w.])[−-]?\d[\d,]*(?:\.\d+)?(?: × 10(⁻?)([⁰¹²³⁴⁵⁶⁷⁸⁹]+)|e([+-]?\d+))?/g;
  return [...text.matchAll(pattern)].map(([whole, sign = '', raised, typed]) => {
    const digits = whole
      .split(/ ×|e/)[0]
      .replace(/,(?=\d{3})/g, '')
      .replace('−', '-')
      .replace(/,$/, '');
    const power = raised
      ? (sign === '' ? 1 : -1) * Number([...raised].map((it) => superscripts.indexOf(it)).join(''))
      : Number(typed ?? 0);
    const decimals = digits.split('.')[1]?.length ?? 0;
    return { value: Number(digits) * 10 ** power, within: 0.51 * 10 ** (power - decimals) };
  });
}

/** Every number in a record, however deep, and in its texts. */
export function numbersOf(record: unknown): number[] {
  if (typeof record === 'number') return [record];
  if (typeof record === 'string') return numbersIn(record).map(({ value }) => value);
  if (typeof record !== 'object' || record === null) return [];
  return Object.values(record).flatMap(numbersOf);
}
