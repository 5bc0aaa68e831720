import { CholeskyDecomposition, inverse, Matrix } from "ml-matrix";
import { AmendsError } from "@amends/core/errors";

/** What a fit is made from. Column 0 is the intercept and every observation holds it. */
export interface LogisticProblem {
  /** How many columns there are, the intercept included. */
  readonly columns: number;
  /** Of each column: 1 for a coefficient that may not be negative, −1 for one that may not be positive, 0 for a free one. */
  readonly signs: readonly (-1 | 0 | 1)[];
  /** The columns that are 1 in each observation; the others are 0. */
  readonly observations: readonly { readonly columns: readonly number[]; readonly event: boolean }[];
}

/** The coefficients that make what was seen likeliest. */
export interface LogisticFit {
  readonly coefficients: readonly number[];
  /** The covariance of the coefficients; zero for those that their sign holds at zero. */
  readonly covariance: readonly (readonly number[])[];
  readonly iterations: number;
  /** The mean log-loss, the ridge left out. */
  readonly logLoss: number;
}

/**
 * Logistic regression with a ridge and with signs that coefficients must keep, by iteratively reweighted least squares: Newton's
 * steps, projected onto the signs. The problem is strictly convex, so there is one answer and the start doesn't matter.
 *
 * Source: Bertsekas (1982), Projected Newton Methods for Optimization Problems with Simple Constraints. The systems are solved by
 * ml-matrix.
 *
 * @throws {AmendsError} `fit_unconverged` where so many iterations don't reach the optimum.
 */
export function fitLogistic(
  problem: LogisticProblem,
  options: { readonly ridge: number; readonly maximumIterations: number },
): LogisticFit {
  const { columns, signs, observations } = problem;
  let coefficients = new Float64Array(columns);
  let loss = lossOf(coefficients, problem, options.ridge);
  for (let iteration = 0; iteration <= options.maximumIterations; iteration += 1) {
    const { gradient, hessian } = derivatives(coefficients, problem, options.ridge);
    const free = [...gradient.keys()].filter((column) => !isHeld(column, coefficients, gradient, signs));
    const steepest = free.reduce((most, column) => Math.max(most, Math.abs(gradient[column] as number)), 0);
    if (steepest <= tolerance * Math.max(1, observations.length)) {
      const logLoss = lossOf(coefficients, problem, 0) / Math.max(1, observations.length);
      return { coefficients: [...coefficients], covariance: covarianceOf(hessian, free, columns), iterations: iteration, logLoss };
    }
    const direction = solve(hessian, gradient, free);
    const step = search(coefficients, direction, { problem, ridge: options.ridge, gradient, free, loss });
    if (step === undefined) break;
    ({ coefficients, loss } = step);
  }
  throw new AmendsError({
    code: "fit_unconverged",
    message: `The regression hasn't settled after ${options.maximumIterations} iterations; raise fit.maximumIterations or fit.ridge.`,
  });
}

const tolerance = 1e-9;

/** Whether a coefficient stands at zero and would cross it. */
function isHeld(column: number, at: Float64Array, gradient: Float64Array, signs: LogisticProblem["signs"]): boolean {
  const sign = signs[column] ?? 0;
  return sign !== 0 && at[column] === 0 && (gradient[column] as number) * sign > 0;
}

function logitOf(coefficients: Float64Array, columns: readonly number[]): number {
  let sum = 0;
  for (const column of columns) sum += coefficients[column] as number;
  return sum;
}

function lossOf(coefficients: Float64Array, { observations }: LogisticProblem, ridge: number): number {
  let loss = 0;
  for (const { columns, event } of observations) {
    const logit = logitOf(coefficients, columns);
    const against = event ? -logit : logit;
    // log(1 + e^x) without an overflow.
    loss += Math.max(against, 0) + Math.log1p(Math.exp(-Math.abs(against)));
  }
  for (const coefficient of coefficients.subarray(1)) loss += (ridge / 2) * coefficient * coefficient;
  return loss;
}

function derivatives(coefficients: Float64Array, { columns: count, observations }: LogisticProblem, ridge: number) {
  const gradient = new Float64Array(count);
  const hessian = Matrix.zeros(count, count);
  for (const { columns, event } of observations) {
    const probability = 1 / (1 + Math.exp(-logitOf(coefficients, columns)));
    const weight = probability * (1 - probability);
    for (const column of columns) {
      gradient[column] = (gradient[column] as number) + probability - Number(event);
      for (const other of columns) hessian.set(column, other, hessian.get(column, other) + weight);
    }
  }
  for (let column = 0; column < count; column += 1) {
    // The intercept keeps a breath of ridge, so that claims of one kind alone have an answer too.
    const own = column === 0 ? ridge * interceptRidge : ridge;
    if (column > 0) gradient[column] = (gradient[column] as number) + ridge * (coefficients[column] as number);
    hessian.set(column, column, hessian.get(column, column) + own);
  }
  return { gradient, hessian };
}

const interceptRidge = 1e-9;

function solve(hessian: Matrix, gradient: Float64Array, free: readonly number[]): Float64Array {
  const system = hessian.selection([...free], [...free]);
  const solved = new CholeskyDecomposition(system).solve(Matrix.columnVector(free.map((column) => -(gradient[column] as number))));
  const direction = new Float64Array(gradient.length);
  for (const [index, column] of free.entries()) direction[column] = solved.get(index, 0);
  return direction;
}

interface Search {
  readonly problem: LogisticProblem;
  readonly ridge: number;
  readonly gradient: Float64Array;
  readonly free: readonly number[];
  readonly loss: number;
}

/** The longest of the halved steps that lowers the loss enough; undefined where rounding leaves none. */
function search(at: Float64Array, direction: Float64Array, { problem, ridge, gradient, free, loss }: Search) {
  for (let length = 1; length > 1e-12; length /= 2) {
    const next = Float64Array.from(at, (value, column) => project(value + length * (direction[column] as number), problem.signs[column]));
    const expected = free.reduce(
      (sum, column) => sum + (gradient[column] as number) * ((next[column] as number) - (at[column] as number)),
      0,
    );
    const reached = lossOf(next, problem, ridge);
    if (reached <= loss + 1e-4 * expected + Math.abs(loss) * 1e-14) return { coefficients: next, loss: reached };
  }
  return undefined;
}

function project(value: number, sign: -1 | 0 | 1 | undefined): number {
  if (sign === 1) return Math.max(0, value);
  return sign === -1 ? Math.min(0, value) : value;
}

function covarianceOf(hessian: Matrix, free: readonly number[], columns: number): number[][] {
  const covariance = Matrix.zeros(columns, columns);
  const inverted = inverse(hessian.selection([...free], [...free]));
  for (const [row, column] of free.entries()) {
    for (const [other, otherColumn] of free.entries()) covariance.set(column, otherColumn, inverted.get(row, other));
  }
  return covariance.to2DArray();
}
