import type { Expression } from '../../../maths/expression/expression.ts';
import { parseExpression } from '../../../maths/expression/parse-expression.ts';

/** The tree of a formula of x, or of x and y. @throws ExpressionError */
export const readFormula = (text: string): Expression => parseExpression(text, ['x', 'y']);
