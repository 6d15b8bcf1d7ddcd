import { prism } from './prism-global.ts';
import 'prismjs/components/prism-clike';
import 'prismjs/components/prism-javascript';
import 'prismjs/components/prism-typescript';
import 'prismjs/components/prism-python';
import 'prismjs/components/prism-wgsl';
import type { Token, TokenStream } from 'prismjs';
import type { CodeListing } from './code-listing.ts';

/** A stretch of code of one kind, such as `keyword`; null is plain. */
export interface CodeSpan {
  readonly text: string;
  readonly kind: string | null;
}

/** A listing's lines, each as stretches to be coloured. */
export function highlightCode({ language, text }: CodeListing): readonly (readonly CodeSpan[])[] {
  const grammar = prism.languages[language.toLowerCase()];
  if (!grammar) throw new Error(`no colours for ${language}`);
  const lines: CodeSpan[][] = [[]];
  const visit = (tokens: TokenStream, kind: string | null): void => {
    if (typeof tokens === 'string') {
      tokens.split('\n').forEach((part, i) => {
        if (i > 0) lines.push([]);
        if (part) lines.at(-1)?.push({ text: part, kind });
      });
    } else if (Array.isArray(tokens)) {
      for (const token of tokens) visit(token, kind);
    } else {
      visit((tokens as Token).content, tokens.type);
    }
  };
  visit(prism.tokenize(text, grammar), null);
  return lines;
}
