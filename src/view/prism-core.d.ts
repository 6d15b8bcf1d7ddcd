// @types/prismjs describes the whole package, but not its core without the web's languages.
declare module 'prismjs/components/prism-core' {
  const prism: typeof import('prismjs');
  export = prism;
}
