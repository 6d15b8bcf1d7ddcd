import elementary from './elementary.wgsl?raw';
import real from './real.wgsl?raw';
import realFunctions from './real-functions.wgsl?raw';
import trigonometry from './trigonometry.wgsl?raw';

/** What every generated kernel begins with: f32 functions, and the operations that check their domain. */
export const checkedArithmetic = [elementary, trigonometry, real, realFunctions].join('\n');
