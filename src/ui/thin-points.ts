/** At most `most` points, evenly chosen; the first and the last always stay. */
export function thinPoints<Point>(points: readonly Point[], most = 120): readonly Point[] {
  if (points.length <= most || most < 2) return points;
  const step = (points.length - 1) / (most - 1);
  return Array.from({ length: most }, (_, index) => points[Math.round(index * step)]).filter(
    (point) => point !== undefined,
  );
}
