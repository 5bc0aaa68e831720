/** Three significant digits, thousands grouped: 0.0314, 2.75, 132, 16,100. */
export function formatFigure(value: number): string {
  if (!Number.isFinite(value)) return "–";
  const rounded = Number(value.toPrecision(3));
  return rounded.toLocaleString("en-US", { maximumFractionDigits: 10 });
}

export const formatCount = (count: number): string => count.toLocaleString("en-US");
