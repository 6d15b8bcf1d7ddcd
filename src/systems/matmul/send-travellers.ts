import { travellersOf } from './cells-of.ts';
import { journeys } from './journeys.ts';
import type { CellRanges, MatmulWorld } from './world.ts';

/** Puts a traveller on its way for each value that a step moves. */
export function sendTravellers(world: MatmulWorld, ranges: CellRanges | null): void {
  const { Position, PreviousPosition, Destination, Value, Colour, Traveller } = world.components;
  const travellers = travellersOf(world);
  let next = 0;
  if (ranges) {
    for (const journey of journeys(world, ranges)) {
      const traveller = travellers[next++];
      const { from, meeting, to, cell, isGhost, product } = journey;
      PreviousPosition.x[traveller] = from.x;
      PreviousPosition.y[traveller] = from.y;
      Position.x[traveller] = meeting.x;
      Position.y[traveller] = meeting.y;
      Destination.x[traveller] = to.x;
      Destination.y[traveller] = to.y;
      Value.value[traveller] = Value.value[cell];
      Colour.shade[traveller] = Colour.shade[cell];
      Colour.lit[traveller] = 1;
      Traveller.isActive[traveller] = 1;
      Traveller.isGhost[traveller] = isGhost ? 1 : 0;
      Traveller.product[traveller] = product;
    }
  }
  // Those that stay behind lie the same however the step was come to.
  for (; next < travellers.length; next++) {
    const traveller = travellers[next];
    Traveller.isActive[traveller] = 0;
    for (const place of [Position, PreviousPosition, Destination]) {
      place.x[traveller] = place.y[traveller] = 0;
    }
  }
}
