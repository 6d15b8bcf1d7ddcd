import Prism from 'prismjs/components/prism-core';

// Prism's languages are scripts that look for a global; set before any of them is evaluated.
Object.assign(globalThis, { Prism });
Prism.manual = true;

export const prism = Prism;
