/**
 * Makes the page's fonts: `npm run fonts`. Source Sans 3 and Source Code Pro, variable in weight, cut to the
 * signs that a page about numbers needs; what neither has comes from DejaVu Sans. The outcome is committed,
 * so that a build needs none of this; a test makes it again and compares.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { create } from 'fontkit';
import subsetFont from 'subset-font';

const { resolve } = createRequire(import.meta.url);
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const folderOf = (name) => dirname(resolve(`${name}/package.json`));

/** What is written, and what people may write: Latin-1, Greek, and the signs of mathematics. */
const ranges = [
  [0x20, 0x7e],
  [0xa0, 0xff],
  // Greek without its accents.
  [0x391, 0x3a9],
  [0x3b1, 0x3c9],
  [0x3d5, 0x3d5],
  // Dashes, quotation marks, ellipsis, primes, angle quotation marks.
  [0x2010, 0x2015],
  [0x2018, 0x201e],
  [0x2020, 0x2022],
  [0x2026, 0x2026],
  [0x2032, 0x2033],
  [0x2039, 0x203a],
  // Small digits above and below.
  [0x2070, 0x209c],
  [0x2c7, 0x2c7],
  [0x2e3, 0x2e3],
  [0x20ac, 0x20ac],
  [0x210e, 0x2113],
  [0x211d, 0x211d],
  [0x2190, 0x2195],
  [0x21a9, 0x21aa],
  [0x21d0, 0x21d4],
  [0x2200, 0x2265],
  [0x2282, 0x2287],
  [0x2295, 0x2299],
  [0x22c5, 0x22ef],
  [0x2308, 0x230b],
  // Marks for what opens and closes, and for dark and light.
  [0x25a0, 0x25cf],
  [0x25d0, 0x25d1],
  [0x2600, 0x2600],
  [0x263e, 0x263e],
  [0x2713, 0x2717],
  [0x27e8, 0x27e9],
];
const wanted = ranges.flatMap(([first, last]) =>
  Array.from({ length: last - first + 1 }, (_, i) => first + i),
);

const sources = {
  text: { path: join(folderOf('source-sans'), 'VF', 'SourceSans3VF-Upright.ttf'), heaviest: 700 },
  italic: { path: join(folderOf('source-sans'), 'VF', 'SourceSans3VF-Italic.ttf'), heaviest: 700 },
  code: {
    path: join(folderOf('source-code-pro'), 'VF', 'SourceCodeVF-Upright.ttf'),
    heaviest: 600,
  },
  signs: { path: join(folderOf('dejavu-fonts-ttf'), 'ttf', 'DejaVuSans.ttf') },
};

/**
 * @returns {Promise<Record<'text' | 'italic' | 'code' | 'signs', Buffer>>} each as WOFF2
 */
export async function makeFonts() {
  const [text, italic, code, signs] = await Promise.all(
    Object.values(sources).map(({ path }) => readFile(path)),
  );
  const lacking = (font) => {
    const has = new Set(create(font).characterSet);
    return wanted.filter((sign) => !has.has(sign));
  };
  return {
    text: await subset(text, wanted, sources.text.heaviest),
    // Words alone are emphasized, and letters that are variables.
    italic: await subset(
      italic,
      wanted.filter((sign) => sign < 0x2030),
      sources.italic.heaviest,
    ),
    code: await subset(code, wanted, sources.code.heaviest),
    signs: await subset(signs, [...new Set([...lacking(text), ...lacking(code)])]),
  };
}

/** @param heaviest of the weights from 400; none where the font has but one */
const subset = (font, signs, heaviest) =>
  subsetFont(font, String.fromCodePoint(...signs), {
    targetFormat: 'woff2',
    ...(heaviest ? { variationAxes: { wght: { min: 400, max: heaviest, default: 400 } } } : {}),
    keepFeatures: ['ccmp', 'kern', 'mark', 'mkmk', 'locl', 'rvrn'],
    noHinting: true,
  });

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [name, font] of Object.entries(await makeFonts())) {
    await writeFile(join(root, 'src', 'fonts', `${name}.woff2`), font);
    console.log(`${name}.woff2: ${(font.length / 1024).toFixed(1)} kB`);
  }
}
