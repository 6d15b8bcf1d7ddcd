/** What the headless run loads: all that it reaches without an import that waits to be asked for. */
module.exports = {
  forbidden: [
    {
      name: 'headless-has-no-page',
      severity: 'error',
      comment: 'Nothing that the headless run loads may know pixels, panels or the DOM.',
      from: { path: '^src/headless\\.ts$' },
      to: {
        reachable: true,
        path: '^src/(view|panel|page|points)/|node_modules/(pixi\\.js|tweakpane|@tweakpane|lit-html|d3-|uplot|katex|prismjs)',
      },
    },
  ],
  options: {
    ...require('./.dependency-cruiser.cjs').options,
    // A page's shape is types alone, which are gone when the run loads.
    exclude: { dynamic: true, path: '^src/scenes/scene-page\\.ts$' },
  },
};
