/**
 * The quantile of Student's t distribution for whole degrees of freedom and a probability from 0.5 to below 1: the distribution
 * function, which is a finite sum for whole degrees, is inverted by halving.
 * Source: Abramowitz & Stegun (1964), 26.7.3 and 26.7.4.
 */
export function studentQuantile(probability: number, degrees: number): number {
  let high = 1;
  while (below(high, degrees) < probability) high *= 2;
  let low = 0;
  for (let step = 0; step < 100; step += 1) {
    const middle = (low + high) / 2;
    if (below(middle, degrees) < probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function below(t: number, degrees: number): number {
  const angle = Math.atan(t / Math.sqrt(degrees));
  const cosine = Math.cos(angle);
  const odd = degrees % 2 === 1;
  let term = odd ? cosine : 1;
  let sum = degrees === 1 ? 0 : term;
  for (let step = odd ? 3 : 2; step <= degrees - 2; step += 2) {
    term *= ((step - 1) / step) * cosine * cosine;
    sum += term;
  }
  const both = odd ? (2 / Math.PI) * (angle + Math.sin(angle) * sum) : Math.sin(angle) * sum;
  return (1 + both) / 2;
}
