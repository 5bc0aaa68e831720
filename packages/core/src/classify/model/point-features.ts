/** What the lexicons say of a message: points by label. */
export type LexiconPoints = ReadonlyMap<string, number>;

/** A label, by its place among the labels, and how strongly it is spoken for, up to 2. */
export type PointFeature = readonly [label: number, strength: number];

/** The labels that have points; beyond two clear phrases more say no more. */
export function pointFeatures(points: LexiconPoints, labels: readonly string[]): PointFeature[] {
  if (points.size === 0) return [];
  const found: PointFeature[] = [];
  for (const [place, label] of labels.entries()) {
    const given = points.get(label) ?? 0;
    if (given > 0) found.push([place, Math.min(given, mostPoints) / pointsPerStrength]);
  }
  return found;
}

const mostPoints = 6;
const pointsPerStrength = 3;
