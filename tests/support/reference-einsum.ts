export interface ReferenceTensor {
  readonly shape: readonly number[];
  readonly data: Float64Array;
}

/**
 * Einsum by its definition and by nothing else: every letter runs over its whole range, and each
 * combination adds one product. Also gives the same sum of magnitudes, for tolerances.
 */
export function referenceEinsum(text: string, operands: readonly ReferenceTensor[]) {
  const [left, right] = text.replaceAll(' ', '').split('->');
  const terms = left.split(',');
  const spares = terms.map((term, i) => operands[i].shape.length - term.replace('...', '').length);
  const widest = Math.max(...terms.map((term, i) => (term.includes('...') ? spares[i] : 0)));
  // The axes of an ellipsis get signs of their own, aligned at the last one.
  const signs = String.fromCharCode(...Array.from({ length: 64 }, (_, i) => 0x2460 + i));
  const spell = (term: string, spare: number) =>
    term.replace('...', signs.slice(64 - spare)).split('');
  const axes = terms.map((term, i) => spell(term, spares[i]));
  const letters = axes.flat();
  const implicit = [...new Set(letters)]
    .filter((letter) => !signs.includes(letter))
    .filter((letter) => letters.filter((it) => it === letter).length === 1)
    .sort();
  const output =
    right === undefined
      ? [...signs.slice(64 - widest), ...implicit]
      : spell(right, right.includes('...') ? widest : 0);
  const length = new Map<string, number>();
  for (const [i, names] of axes.entries()) {
    for (const [at, name] of names.entries()) {
      const size = operands[i].shape[at];
      // 1 is stretched to whatever it meets, to 0 too.
      length.set(name, size === 1 ? (length.get(name) ?? 1) : size);
    }
  }
  const all = [...length.keys()];
  const shape = output.map((name) => length.get(name) ?? 1);
  const size = shape.reduce((product, it) => product * it, 1);
  const data = new Float64Array(size);
  const magnitude = new Float64Array(size);
  const place = new Map(all.map((name) => [name, 0]));

  function visit(depth: number): void {
    if (depth < all.length) {
      for (let i = 0; i < (length.get(all[depth]) ?? 1); i++) {
        place.set(all[depth], i);
        visit(depth + 1);
      }
      return;
    }
    let product = 1;
    for (const [i, names] of axes.entries()) {
      let at = 0;
      for (const [axis, name] of names.entries()) {
        const own = operands[i].shape[axis];
        at = at * own + (own === 1 ? 0 : (place.get(name) ?? 0));
      }
      product *= operands[i].data[at];
    }
    const at = output.reduce((sum, name, i) => sum * shape[i] + (place.get(name) ?? 0), 0);
    data[at] += product;
    magnitude[at] += Math.abs(product);
  }
  visit(0);
  return { shape, data, magnitude };
}
