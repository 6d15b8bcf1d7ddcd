/** The page's fonts, each as WOFF2: the text face, its italic, the face of code, and the signs that neither has. */
export function makeFonts(): Promise<Record<'text' | 'italic' | 'code' | 'signs', Buffer>>;
