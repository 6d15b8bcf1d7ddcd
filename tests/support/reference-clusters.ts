/** Single linkage by looking at every pair: the clusters' numbers and sizes as they are promised. */
export function referenceClusters(x: readonly number[], y: readonly number[], radius: number) {
  const cluster = x.map((_, i) => i);
  for (let i = 0; i < x.length; i++) {
    for (let j = 0; j < i; j++) {
      const [from, to] = [cluster[i], cluster[j]];
      if (from === to || Math.hypot(x[i] - x[j], y[i] - y[j]) > radius) continue;
      for (let p = 0; p <= i; p++) if (cluster[p] === from) cluster[p] = to;
    }
  }
  const firsts = [...new Set(cluster)];
  const sizeOf = (it: number) => cluster.filter((other) => other === it).length;
  // Sorting is stable: ties stay in the order of appearance.
  const bySize = firsts.map((it) => ({ it, size: sizeOf(it) })).sort((a, b) => b.size - a.size);
  const numbers = new Map(bySize.map(({ it }, number) => [it, number]));
  return { labels: cluster.map((it) => numbers.get(it)), sizes: bySize.map(({ size }) => size) };
}
