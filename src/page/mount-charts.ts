import { loadPlot } from '../view/load-plot.ts';
import { onFontsLoaded } from '../view/on-fonts-loaded.ts';
import { createChartPanel } from './chart-panel.ts';
import './charts.css';
import type { Session } from './session.ts';

/**
 * Shows the scene's charts and keeps them in step with the session. What draws them is loaded when
 * it is first needed; until then, and for screen readers always, their tables are there.
 */
export function mountCharts(host: HTMLElement, session: Session): () => void {
  const panels = session.page.charts.map((chart) => createChartPanel(host, chart));
  const update = () => {
    for (const panel of panels) panel.update();
  };
  update();
  const unsubscribe = session.subscribe(update);

  let ended = false;
  if (panels.length > 0) {
    loadPlot()
      .then((createPlot) => {
        if (!ended) for (const panel of panels) panel.draw(createPlot);
      })
      .catch((error: unknown) => {
        console.error(error);
        session.notify('The charts could not be loaded; their tables are there.');
      });
  }
  const recolour = () => {
    for (const panel of panels) panel.recolour();
  };
  const theme = new MutationObserver(recolour);
  theme.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  const forgetFonts = onFontsLoaded(recolour);

  return () => {
    ended = true;
    theme.disconnect();
    forgetFonts();
    unsubscribe();
    for (const panel of panels) panel.dispose();
  };
}
