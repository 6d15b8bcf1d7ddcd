/** What a row of the panel says of itself. */
export interface RowTerms {
  readonly label: string;
  readonly help: string;
  readonly unit?: string | undefined;
}

/**
 * Gives a row of tweakpane's the names that it leaves out, for assistive technology, and the
 * explanation that the tooltip shows.
 *
 * @param row the element of a blade
 */
export function nameRow(row: HTMLElement, { label, help, unit }: RowTerms): void {
  row.dataset.help = unit ? `${help}\nUnit: ${unit}.` : help;
  row.dataset.helpSide = 'left';
  const name = unit ? `${label} (${unit})` : label;
  for (const control of row.querySelectorAll('input, select, .tp-sldv_t')) {
    control.setAttribute('aria-label', name);
  }
  for (const slider of row.querySelectorAll('.tp-sldv_t')) slider.setAttribute('role', 'slider');
  for (const graph of row.querySelectorAll<HTMLElement>('.tp-grlv')) {
    graph.tabIndex = 0;
    graph.setAttribute('role', 'img');
    graph.setAttribute('aria-label', name);
  }
}

export interface SliderState {
  readonly min: number;
  readonly max: number;
  readonly value: number;
  /** The value in words. */
  readonly text: string;
}

/** Tells where a row's slider stands. */
export function describeSlider(row: HTMLElement, { min, max, value, text }: SliderState): void {
  const slider = row.querySelector('.tp-sldv_t');
  slider?.setAttribute('aria-valuemin', String(min));
  slider?.setAttribute('aria-valuemax', String(max));
  slider?.setAttribute('aria-valuenow', String(value));
  slider?.setAttribute('aria-valuetext', text);
}
