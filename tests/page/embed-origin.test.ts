import { describe, expect, it } from 'vitest';
import { embedCode, fittingSize, frameAddress } from '../../src/page/embed-code.ts';
import { controllingOrigin, readOrigin, withoutOrigin } from '../../src/page/embed-origin.ts';
import { hideableRegions } from '../../src/page/hide-regions.ts';

const page = 'https://example.org/meanfield/';

describe('who may control a frame', () => {
  it('is the page’s own origin, where the address names none', () => {
    expect(controllingOrigin(`${page}#v=1`).origin).toBe('https://example.org');
    // What stands behind the # changes while one plays.
    expect(controllingOrigin(`${page}#v=1&embed-origin=https://other.example`).origin).toBe(
      'https://example.org',
    );
    expect(controllingOrigin('file:///home/index.html').origin).toBe(null);
  });

  it('is the one origin that the address names, and then no other', () => {
    const named = (text: string) => controllingOrigin(`${page}?embed-origin=${text}#v=1`);
    expect(named('https://other.example').origin).toBe('https://other.example');
    expect(named('https://OTHER.example:443/').origin).toBe('https://other.example');
    expect(named('http%3A%2F%2Flocalhost%3A8000').origin).toBe('http://localhost:8000');
  });

  for (const wrong of [
    '',
    '*',
    'null',
    'other.example',
    'https://',
    'https://other.example/page',
    'https://other.example?x',
    'https://user@other.example',
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///x',
    'https://a.example https://b.example',
  ]) {
    it(`is nobody for “${wrong}”, and that is said`, () => {
      const { origin, refused } = controllingOrigin(
        `${page}?embed-origin=${encodeURIComponent(wrong)}`,
      );
      expect(origin).toBe(null);
      expect(refused).toContain('like https://example.org');
      expect(() => readOrigin(wrong)).toThrow(refused ?? '');
    });
  }

  it('is nobody where two are named', () => {
    const address = `${page}?embed-origin=https://a.example&embed-origin=https://b.example`;
    expect(controllingOrigin(address)).toEqual({
      origin: null,
      refused: 'embed-origin is given 2 times; give it once',
    });
  });

  it('is no part of what is given away', () => {
    expect(withoutOrigin(`${page}?embed-origin=https://a.example`)).toBe(page);
    expect(withoutOrigin(`${page}?a=1&embed-origin=https://a.example`)).toBe(`${page}?a=1`);
    expect(withoutOrigin(page)).toBe(page);
  });
});

describe('the code of a frame', () => {
  const address = `${page}#v=1&scene=derivatives&f=x%3C2&hide=header`;

  it('holds the address as HTML holds it', () => {
    const code = embedCode({
      address,
      origin: '',
      title: 'Meanfield: “a” & "b" <c>',
      width: 640,
      height: 500,
    });
    expect(code).toBe(
      '<iframe src="https://example.org/meanfield/#v=1&amp;scene=derivatives&amp;f=x%3C2&amp;hide=header" ' +
        'title="Meanfield: “a” &amp; &quot;b&quot; &lt;c&gt;" width="640" height="500" ' +
        'style="border: 0; max-width: 100%" loading="lazy" allow="clipboard-write"></iframe>',
    );
  });

  it('names before the # who may control it, as the page reads it', () => {
    const origin = 'http://localhost:8000';
    const named = frameAddress({ address, origin });
    expect(named).toBe(address.replace('#', '?embed-origin=http://localhost:8000#'));
    expect(controllingOrigin(named).origin).toBe(origin);
    const asked = frameAddress({ address: `${page}?a=1#v=1`, origin });
    expect(asked).toBe(`${page}?a=1&embed-origin=http://localhost:8000#v=1`);
  });

  it('has room for what is beside the picture', () => {
    const small = fittingSize(hideableRegions);
    for (const region of hideableRegions) {
      const more = fittingSize(hideableRegions.filter((it) => it !== region));
      expect(more.width * more.height).toBeGreaterThan(small.width * small.height);
    }
  });
});
