/** The page's fonts, each as WOFF2: the text face, the face of code, and the signs that neither has. */
export function makeFonts(): Promise<Record<'text' | 'code' | 'signs', Buffer>>;
