import type uPlot from 'uplot';

const radiusPixels = 5.5;

/** A path of hollow diamonds at a series' values, for uPlot to stroke. */
export const drawDiamonds: uPlot.Series.Points.PathBuilder = (plot, series, first, last) => {
  const stroke = new Path2D();
  const radius = radiusPixels * devicePixelRatio;
  const [x, y] = [plot.data[0], plot.data[series]];
  for (let i = first; i <= last; i++) {
    const value = y[i];
    if (value === null || value === undefined) continue;
    const left = plot.valToPos(x[i], 'x', true);
    const top = plot.valToPos(value, 'y', true);
    stroke.moveTo(left, top - radius);
    stroke.lineTo(left + radius, top);
    stroke.lineTo(left, top + radius);
    stroke.lineTo(left - radius, top);
    stroke.closePath();
  }
  return { stroke, fill: null };
};
