/**
 * Who may know whom; docs/architecture.md draws it. A room that is not named in a rule's `to` is
 * closed to the rule's `from`.
 */
const rooms = {
  base: [],
  components: ['base'],
  maths: [],
  io: ['base'],
  gpu: ['base', 'maths'],
  world: ['base', 'components', 'gpu/backend', 'gpu/kernel'],
  systems: ['base', 'components', 'gpu', 'maths', 'world'],
  points: ['base', 'components', 'gpu/backend', 'view'],
  scenes: ['base', 'systems', 'components', 'gpu', 'maths', 'world', 'io', 'view', 'points'],
  headless: ['base', 'scenes', 'gpu', 'world', 'io'],
  view: ['base', 'components', 'maths', 'world'],
  panel: ['base', 'world', 'scenes/scene'],
  page: ['base', 'panel', 'view', 'scenes', 'world', 'gpu', 'maths'],
};

const arrows = Object.entries(rooms).map(([room, known]) => ({
  name: `arrows-of-${room}`,
  severity: 'error',
  comment: `src/${room} may import ${[room, ...known].join(', ')}; see docs/architecture.md`,
  from: { path: `^src/${room}/` },
  to: {
    path: '^src/',
    pathNot: [room, ...known].map((place) => `^src/${place}(/|\\.)`),
  },
}));

/** The sides of a scene that draw, or speak to someone who looks. */
const pageSide = '^src/scenes/[^/]+/(page\\.ts|view/|lesson/|tools/)';

module.exports = {
  forbidden: [
    ...arrows,
    {
      name: 'scenes-know-only-themselves',
      severity: 'error',
      from: { path: '^src/scenes/([^/]+)/' },
      to: { path: '^src/scenes/[^/]+/', pathNot: '^src/scenes/$1/' },
    },
    {
      name: 'only-the-page-side-of-a-scene-knows-the-view',
      severity: 'error',
      comment: 'What draws is reached through the page.ts of a scene only.',
      from: {
        path: '^src/scenes/[^/]+/((parameters|title|contents)\\.ts|(sim|headless|studies)/)',
      },
      to: { path: ['^src/(view|points)/', pageSide] },
    },
    {
      name: 'gpu-knows-no-entity-and-no-pixel',
      severity: 'error',
      from: { path: '^src/(gpu|maths|io)/' },
      to: { path: 'node_modules/(bitecs|pixi\\.js|lit-html|tweakpane)' },
    },
    {
      name: 'only-view-and-page-sides-know-pixi',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/view/', '^src/points/', '^src/scenes/[^/]+/'] },
      to: { path: 'node_modules/pixi\\.js' },
    },
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-circles-of-folders',
      severity: 'error',
      scope: 'folder',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      from: {
        orphan: true,
        path: '^src/',
        pathNot: [
          '\\.d\\.ts$',
          '/title\\.ts$',
          '/contents\\.ts$',
          '^src/main\\.ts$',
          '^src/headless\\.ts$',
        ],
      },
      to: {},
    },
    {
      name: 'product-needs-no-tests',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(tests|bench|scripts)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    parser: 'swc',
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.mjs', '.js', '.d.ts'] },
  },
};
