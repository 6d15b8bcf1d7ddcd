import { describe, expect, it } from 'vitest';
import { ExpressionError } from '../../../src/maths/expression/expression-error.ts';
import { parseExpression } from '../../../src/maths/expression/parse-expression.ts';

describe('is refused with a sentence and a place:', () => {
  const deep = (begin: string, middle: string, end: string, times: number) =>
    begin.repeat(times) + middle + end.repeat(times);
  for (const [text, message, position] of [
    ['', /the formula is empty/, 0],
    ['   ', /the formula is empty/, 0],
    ['x +', /something is missing after \+ at character 3/, 2],
    ['x^', /something is missing after \^ at character 2/, 1],
    ['x * / 2', /something is missing after \* at character 3/, 2],
    ['*2', /something is missing before \* at character 1/, 0],
    ['-', /something is missing after - at character 1/, 0],
    ['(x', /the parenthesis at character 1 is not closed/, 0],
    ['sin(x', /the parenthesis at character 4 is not closed/, 3],
    ['sin(', /the parenthesis at character 4 is not closed/, 3],
    ['(x))', /the parenthesis at character 4 closes nothing/, 3],
    ['|x', /bar .* at character 1 is not closed/, 0],
    ['(|x)', /bar .* at character 2 is not closed/, 1],
    ['2|', /bar .* at character 2 is not closed/, 1],
    ['|/2', /nothing between \| and \/ at character 1/, 0],
    ['|x, 2|', /the comma at character 3 is in no function/, 2],
    ['|x)', /bar .* at character 1 is not closed/, 0],
    ['max(,x)', /max has no argument at character 4/, 3],
    ['()', /nothing between \( and \) at character 1/, 0],
    ['sin()', /sin has no argument at character 4/, 3],
    ['max(x)', /max at character 1 takes at least 2 arguments, not 1/, 0],
    ['sin(x, 2)', /sin at character 1 takes 1 argument, not 2/, 0],
    ['max(x,)', /something is missing after , at character 6/, 5],
    ['max(x', /not closed/, 3],
    ['1,5x', /the comma at character 2 is in no function/, 1],
    ['2 3', /an operator is missing before 3 at character 3/, 2],
    ['1.2.3', /two decimal points/, 0],
    ['1e999', /larger than any number/, 0],
    ['x + sine(x)', /“sine”; did you mean sin\? \(at character 5\)/, 4],
    ['sqr(x)', /did you mean sqrt\?/, 0],
    ['signmoid(x)', /did you mean sigmoid\?/, 0],
    ['foo(x)', /did you mean/, 0],
    ['Sin(x)', /did you mean sin\?/, 0],
    ['X', /did you mean x\?/, 0],
    ['log(x)', /write ln, log2 or log10/, 0],
    ['ax', /write a x for a product/, 0],
    ['sinx', /write sin\(x\)/, 0],
    ['sin x', /sin at character 1 needs its argument in parentheses/, 0],
    ['sin^2(x)', /sin at character 1 needs its argument in parentheses/, 0],
    ['x + cos', /cos at character 5 needs its argument in parentheses/, 4],
    ['x2', /write x\^2/, 0],
    ['x + y', /y is a second variable/, 4],
    ['2i', /i is no number here/, 1],
    ['x = 2', /without comparison or assignment/, 2],
    ['x < 2', /without comparison or assignment/, 2],
    ['x == 2', /without comparison or assignment/, 2],
    ['x ** 2', /a power is written \^/, 2],
    ['[x, 2]', /no lists or matrices/, 0],
    ['"x"', /no quoted text/, 0],
    ["x'", /cannot be written with a prime/, 1],
    ['x!', /no factorial/, 1],
    ['x²', /write a raised digit with \^/, 1],
    ['x; 2', /one formula/, 1],
    ['2 cm', /“cm”/, 2],
    ['5%', /no units or percentages/, 1],
    ['x # 2', /“#” means nothing/, 2],
    ['x 😀', /“😀” means nothing/, 2],
    ['constructor', /“constructor”/, 0],
    ['__proto__', /“__proto__”/, 0],
    ['NaN', /“NaN”/, 0],
    ['true', /“true”/, 0],
    ['x mod 2', /“mod”/, 2],
    ['x'.padEnd(1001, '+x'), /1001 characters; at most 1000/, 1000],
    [deep('(', 'x', ')', 101), /nested more than 100 deep/, 100],
    [deep('sin(', 'x', ')', 101), /nested more than 100 deep/, 403],
    [deep('|', 'x', '|', 101), /nested more than 100 deep/, 100],
    [`${'-'.repeat(500)}x`, /nested more than 100 deep/, 100],
    [deep('x^', 'x', '', 101), /nested more than 100 deep/, 201],
    [deep('-(', 'x', ')', 60), /nested more than 100 deep/, 100],
    ['('.repeat(1000), /nested more than 100 deep/, 100],
  ] as const) {
    it(JSON.stringify(text.length > 40 ? `${text.slice(0, 37)}...` : text), () => {
      let refusal: unknown = null;
      try {
        parseExpression(text);
      } catch (error) {
        refusal = error;
      }
      expect(refusal).toBeInstanceOf(ExpressionError);
      const said = refusal as ExpressionError;
      expect(said.message).toMatch(message);
      expect(said.message).not.toContain('\n');
      expect(said.position).toBe(position);
    });
  }
});

describe('a name that is none of the language', () => {
  for (const [text, says] of [
    ['h', 'h is the distance between two points; name a parameter otherwise (at character 1)'],
    ['f + 1', 'f is the function itself; name a parameter otherwise (at character 1)'],
    [
      '2i',
      'i is no number here, as formulas are real; name a parameter otherwise (at character 2)',
    ],
  ] as const) {
    it(`${text} is refused for what it would mean`, () => {
      expect(() => parseExpression(text, ['x', 'y'])).toThrow(says);
    });
  }
});
