import type { Element, Kernel, KernelDeclaration } from './kernel.ts';

/**
 * Makes a kernel of its declaration: the WGSL header comes from it, so that neither can differ from
 * the other. The module is the body's opening comment, the header, the library, and the body.
 */
export function declareKernel(declaration: KernelDeclaration): Kernel {
  const { library = '' } = declaration;
  const { opening, code } = splitBody(declaration.body);
  const parts = [
    opening,
    declaration.subgroups ? 'enable subgroups;' : '',
    uniformsWgsl(declaration),
    bindingsWgsl(declaration),
    constantsWgsl(declaration),
    sharedWgsl(declaration),
    library.trim(),
    `${entryPointWgsl(declaration)}\n${code}`,
  ];
  return { ...declaration, wgsl: `${parts.filter((part) => part !== '').join('\n\n')}\n` };
}

/** The comment that a body opens with, and the rest: `fn main` and what it calls. */
function splitBody(body: string): { opening: string; code: string } {
  const lines = body.trim().split('\n');
  const start = lines.findIndex((line) => line !== '' && !line.startsWith('//'));
  return {
    opening: lines.slice(0, start).join('\n').trim(),
    code: lines.slice(start).join('\n'),
  };
}

function uniformsWgsl({ uniforms }: KernelDeclaration): string {
  const fields = Object.entries(uniforms).flatMap(([name, { type, comment }]) =>
    [...commentLines(comment), `${name}: ${type},`].map((line) => `  ${line}`),
  );
  return fields.length === 0 ? '' : ['struct Uniforms {', ...fields, '}'].join('\n');
}

/** The uniforms lie at binding 0, the arrays follow from 1 in their order. */
function bindingsWgsl({ uniforms, bindings }: KernelDeclaration): string {
  const uniform =
    Object.keys(uniforms).length === 0
      ? []
      : ['@group(0) @binding(0) var<uniform> uniforms: Uniforms;'];
  const arrays = Object.entries(bindings).flatMap(
    ([name, { access, element, lanes, comment }], i) => [
      ...commentLines(comment),
      `@group(0) @binding(${i + 1}) var<storage, ${access}> ${name}: array<${typeOf(element, lanes)}>;`,
    ],
  );
  return [...uniform, ...arrays].join('\n');
}

function constantsWgsl({ constants = {}, sizes = {} }: KernelDeclaration): string {
  const overrides = Object.entries(constants).flatMap(([name, { value, comment }]) => [
    ...commentLines(comment),
    `override ${name}: u32 = ${value};`,
  ]);
  const consts = Object.entries(sizes).flatMap(([name, { value, comment }]) => [
    ...commentLines(comment),
    `const ${name}: u32 = ${value};`,
  ]);
  return [...overrides, ...consts].join('\n');
}

const sharedWgsl = ({ shared = {} }: KernelDeclaration) =>
  Object.entries(shared)
    .flatMap(([name, { length, comment }]) => [
      ...commentLines(comment),
      `var<workgroup> ${name}: array<f32, ${length}>;`,
    ])
    .join('\n');

function entryPointWgsl({ workgroupSize: [x, y, z] }: KernelDeclaration): string {
  const sizes = z > 1 ? [x, y, z] : y > 1 ? [x, y] : [x];
  return `@compute @workgroup_size(${sizes.join(', ')})`;
}

const commentLines = (comment?: string) => (comment?.split('\n') ?? []).map((line) => `// ${line}`);

function typeOf(element: Element, lanes = 1): string {
  const scalar = element === 'real' ? 'f32' : element;
  return lanes > 1 ? `vec${lanes}<${scalar}>` : scalar;
}
