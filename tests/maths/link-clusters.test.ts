import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkClusters } from '../../src/maths/link-clusters.ts';
import { mersenneTwister } from '../../src/maths/mersenne-twister.ts';
import { referenceClusters } from '../support/reference-clusters.ts';

describe('linked clusters', () => {
  it('join chains of neighbours, and nothing further than the radius', () => {
    const { labels, sizes } = linkClusters([0, 0.9, 1.8, 2.7, 4], [0, 0, 0, 0, 0], 1);
    expect([...labels]).toEqual([0, 0, 0, 0, 1]);
    expect(sizes).toEqual([4, 1]);
  });

  it('reach exactly as far as the radius, in every direction', () => {
    for (let degrees = 0; degrees < 360; degrees += 7) {
      const [dx, dy] = [Math.cos(degrees), Math.sin(degrees)];
      expect(linkClusters([0, 0.999 * dx], [0, 0.999 * dy], 1).sizes).toEqual([2]);
      expect(linkClusters([0, 1.001 * dx], [0, 1.001 * dy], 1).sizes).toEqual([1, 1]);
    }
  });

  it('are numbered by size, largest first, ties by first appearance', () => {
    const { labels, sizes } = linkClusters([9, 5, 0, 0, 5, 7, 0], [0, 0, 0, 0, 0, 0, 0], 0.5);
    expect([...labels]).toEqual([2, 1, 0, 0, 1, 3, 0]);
    expect(sizes).toEqual([3, 2, 1, 1]);
  });

  it('hold many coincident points in one', () => {
    const zeros = new Float64Array(100_000);
    expect(linkClusters(zeros, zeros, 1e-3).sizes).toEqual([100_000]);
  });

  it('keep distinct points apart however tiny the radius is', () => {
    expect(linkClusters([1, 2, 2], [0, 0, 0], 1e-320).sizes).toEqual([2, 1]);
  });

  it('of two crowds are one where one point of each is near one of the other', () => {
    const crowd = (x: number) => new Array<number>(20).fill(x);
    const zeros = new Float64Array(42);
    const near = [...crowd(0.01), 0.49, ...crowd(1.48), 1.45];
    expect(linkClusters(near, zeros, 1).sizes).toEqual([42]);
    expect(linkClusters(zeros, near, 1).sizes).toEqual([42]);
    const apart = [...crowd(0.01), 0.44, ...crowd(1.48), 1.45];
    expect(linkClusters(apart, zeros, 1).sizes).toEqual([21, 21]);
    expect(linkClusters(zeros, apart, 1).sizes).toEqual([21, 21]);
  });

  it('count each distance that is looked at', () => {
    const work = { distances: 0 };
    linkClusters([0, 0.9, 1.8], [0, 0, 0], 1, work);
    // The first with the second, and the second with the third, at the least.
    expect(work.distances).toBeGreaterThanOrEqual(2);
  });

  it('join everything when the radius is huge', () => {
    expect(linkClusters([-1e9, 0, 1e9], [0, 1, 2], 1e300).sizes).toEqual([3]);
  });
});

type Places = readonly (readonly [number, number])[];

const found = (places: Places, radius: number) => {
  const { labels, sizes } = linkClusters(
    places.map(([x]) => x),
    places.map(([, y]) => y),
    radius,
  );
  return { labels: [...labels], sizes };
};
const byEveryPair = (places: Places, radius: number) =>
  referenceClusters(
    places.map(([x]) => x),
    places.map(([, y]) => y),
    radius,
  );

const part = fc.oneof(
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.nat(2 ** 20).map((it) => it / 2 ** 20),
);
const pair = <T>(of: fc.Arbitrary<T>) => fc.tuple(of, of);
const many = <T>(of: fc.Arbitrary<T>) => fc.array(of, { minLength: 1, maxLength: 90 });
/** Distances for a radius of 1, to the last digit of it and to half of it. */
const almostOne = fc.oneof(
  fc.integer({ min: -8, max: 8 }).map((steps) => 1 + steps * 2 ** -52),
  fc.integer({ min: -52, max: -1 }).map((power) => 1 + 2 ** power),
  fc.integer({ min: -52, max: -1 }).map((power) => 1 - 2 ** power),
);
const turn = fc.oneof(
  fc.integer({ min: 0, max: 8 }).map((eighths) => (eighths * Math.PI) / 4),
  part.map((it) => 2 * Math.PI * it),
);
const jitter = fc.integer({ min: -54, max: -2 }).map((power) => 2 ** power);

/** Layouts, in radii, that are hard for one or the other way of not looking at every pair. */
const layouts: Readonly<Record<string, fc.Arbitrary<Places>>> = {
  anywhere: many(pair(part)).map((all) => all.map(([x, y]) => [8 * x, 8 * y])),
  'two places with jitter, hardly apart': fc
    .tuple(almostOne, turn, jitter, many(fc.tuple(fc.nat(1), part, part)))
    .map(([apart, angle, size, all]) =>
      all.map(([side, dx, dy]) => [
        side * apart * Math.cos(angle) + size * dx,
        side * apart * Math.sin(angle) + size * dy,
      ]),
    ),
  'two parallel lines, hardly apart': fc
    .tuple(almostOne, turn, jitter, fc.integer({ min: 1, max: 60 }), part)
    .map(([apart, angle, length, count, shift]) =>
      Array.from({ length: 2 * count }, (_, i) => {
        const [side, along] = [i % 2, length * ((i >> 1) / count + (i % 2) * shift)];
        const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
        return [side * apart * cos - along * sin, side * apart * sin + along * cos] as const;
      }),
    ),
  'an arc around a place': fc
    .tuple(almostOne, turn, part, jitter, fc.integer({ min: 1, max: 60 }))
    .map(([apart, angle, span, size, count]) =>
      Array.from({ length: 2 * count }, (_, i) => {
        const at = (i >> 1) / count;
        if (i % 2 === 0) return [size * Math.cos(40 * at), size * Math.sin(40 * at)] as const;
        const [cos, sin] = [Math.cos(angle + span * at), Math.sin(angle + span * at)];
        return [(apart + size) * cos, (apart + size) * sin] as const;
      }),
    ),
  'a lattice just at the radius': fc
    .tuple(almostOne, fc.constantFrom(1, 2, 3, 10), many(pair(fc.nat(12))))
    .map(([apart, parts, all]) =>
      all.map(([column, row]) => [(column * apart) / parts, (row * apart) / parts]),
    ),
  'ratings of one to five': many(pair(fc.integer({ min: 1, max: 5 }))),
  'a line': fc
    .tuple(almostOne, turn, fc.integer({ min: 1, max: 90 }))
    .map(([apart, angle, count]) =>
      Array.from({ length: count }, (_, i) => [
        i * apart * Math.cos(angle),
        i * apart * Math.sin(angle),
      ]),
    ),
  'ever further apart': many(pair(fc.integer({ min: -60, max: 60 }))).map((all) =>
    all.map(([x, y]) => [2 ** x, 2 ** y]),
  ),
};

describe('the result is the one that looking at every pair gives', () => {
  for (const [name, layout] of Object.entries(layouts)) {
    it(name, () => {
      const scale = fc.oneof(
        fc.constant(1),
        fc.constantFrom(1e-300, 1e-9, 0.1, 3, 1e9, 1e290),
        fc.double({ min: 1e-3, max: 1e3, noNaN: true }),
      );
      const origin = pair(fc.constantFrom(0, 0, 0.1, -7, 1e6, -1e12, 2 ** 53, 1e17));
      fc.assert(
        fc.property(layout, scale, origin, (places, unit, [x0, y0]) => {
          const moved = places.map(([x, y]) => [(x + x0) * unit, (y + y0) * unit] as const);
          expect(found(moved, unit)).toEqual(byEveryPair(moved, unit));
        }),
        { seed: 32, numRuns: 300 },
      );
    });
  }

  it('two crowds beside, above and aslant of each other', () => {
    const crowd = fc.array(pair(part), { minLength: 12, maxLength: 40 });
    const far = part.map((it) => 0.8 + 0.5 * it);
    fc.assert(
      fc.property(
        crowd,
        crowd,
        fc.constantFrom([1, 0], [0, 1], [0.7, 0.7], [0.7, -0.7]),
        far,
        (one, other, [dx, dy], apart) => {
          const there = other.map(([x, y]) => [x / 2 + dx * apart, y / 2 + dy * apart] as const);
          const places = [...one.map(([x, y]) => [x / 2, y / 2] as const), ...there];
          expect(found(places, 1)).toEqual(byEveryPair(places, 1));
          expect(found(places, apart / 2)).toEqual(byEveryPair(places, apart / 2));
        },
      ),
      { seed: 33, numRuns: 150 },
    );
  });

  it('with the smallest radii that there are', () => {
    const tiny = fc.integer({ min: 0, max: 9 }).map((steps) => steps * Number.MIN_VALUE);
    fc.assert(
      fc.property(many(pair(tiny)), tiny, (places, radius) => {
        expect(found(places, radius)).toEqual(byEveryPair(places, radius));
      }),
      { seed: 34 },
    );
  });
});

describe('however the points lie, four times as many take about four times the distances', () => {
  const next = mersenneTwister(1);
  const random = () => next() / 2 ** 32;
  const curves: Readonly<Record<string, (i: number, count: number) => readonly [number, number]>> =
    {
      'two places, hardly apart': (i) => [(i % 2) * 1.0001 + 1e-5 * random(), 1e-5 * random()],
      'two places, aslant': (i) => [
        (i % 2) * 0.7072 + 1e-6 * random(),
        (i % 2) * 0.7072 + 1e-6 * random(),
      ],
      'two places with all points on their edges': (i, count) => {
        const angle = (2 * Math.PI * i) / count;
        return [(i % 2) * 1.2 + 0.099 * Math.cos(angle), 0.099 * Math.sin(angle)];
      },
      'two lines aslant, hardly apart': (i, count) => {
        const along = (1e-4 * (i >> 1)) / count;
        const side = ((i % 2) * (1 + 1e-9)) / Math.SQRT2;
        return [side + along, side - along];
      },
      'an arc around a place': (i, count) => {
        const at = i / count;
        const distance = i % 2 === 0 ? 1e-9 : 1 + 2e-9;
        return [distance * Math.cos(at), distance * Math.sin(at)];
      },
      'ratings of one to five': () => [1 + Math.floor(5 * random()), 1 + Math.floor(5 * random())],
      anywhere: (_, count) => [Math.sqrt(count) * random(), Math.sqrt(count) * random()],
      'one heap': () => [3 * random(), 3 * random()],
    };
  const distances = (count: number, curve: (typeof curves)[string], radius: number) => {
    const places = Array.from({ length: count }, (_, i) => curve(i, count));
    const work = { distances: 0 };
    linkClusters(
      places.map(([x]) => x),
      places.map(([, y]) => y),
      radius,
      work,
    );
    return work.distances;
  };
  for (const [name, curve] of Object.entries(curves)) {
    it(name, () => {
      const few = distances(1250, curve, 1);
      // n log n of them, where every pair would be n²: sixteen times as many points, 256 times as many.
      expect(distances(20_000, curve, 1)).toBeLessThan(16 * 1.5 * Math.max(few, 1250));
      expect(few).toBeLessThan(1250 * 30);
    });
  }
});
