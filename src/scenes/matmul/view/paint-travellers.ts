import { travellersOf } from '../../../systems/matmul/cells-of.ts';
import { currentTheme } from '../../../view/theme.ts';
import type { EnteredMatmul } from '../sim/enter-matmul.ts';
import { cellColour } from './cell-colour.ts';
import type { CellSheet } from './cell-sheet.ts';
import { partOf } from './timeline.ts';

const ghostAlpha = 0.4;

/** Shows the values of a step on their way: to where they are multiplied, and to where they are summed. */
export function paintTravellers(
  world: EnteredMatmul,
  sheet: CellSheet,
  time: number,
  size: number,
): void {
  const { Position, PreviousPosition, Destination, Colour, Traveller } = world.components;
  const theme = currentTheme();
  const going = partOf(time, 1);
  const summing = partOf(time, 2);
  const fading = 1 - partOf(time, 3);
  let next = 0;
  for (const traveller of travellersOf(world)) {
    const isShown = Traveller.isActive[traveller] === 1 && time > 0 && time < 1;
    const met = {
      x: between(PreviousPosition.x[traveller], Position.x[traveller], going),
      y: between(PreviousPosition.y[traveller], Position.y[traveller], going),
    };
    const ghost = Traveller.isGhost[traveller] === 1 ? ghostAlpha : 0.9;
    sheet.paint(next++, {
      x: between(met.x, Destination.x[traveller], summing),
      y: between(met.y, Destination.y[traveller], summing),
      size: size * (1 - 0.25 * going),
      colour: cellColour(Colour.shade[traveller], 1, theme),
      alpha: isShown ? ghost * fading : 0,
    });
  }
}

const between = (from: number, to: number, part: number) => from + (to - from) * part;
