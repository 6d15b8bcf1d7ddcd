/**
 * Puts a text on the clipboard.
 *
 * @throws Error with a sentence for the person where the browser does not let the page do so
 */
export async function copyText(text: string): Promise<void> {
  try {
    // Without https there is no clipboard at all.
    await navigator.clipboard.writeText(text);
  } catch (error) {
    const sentence = 'This browser lets the page copy nothing; the address bar holds the link.';
    throw new Error(sentence, { cause: error });
  }
}
