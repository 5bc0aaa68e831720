import { UsageError } from "./usage-error.js";

/**
 * The share an option gives.
 *
 * @throws {UsageError} unless it is a number from 0 to 1.
 */
export function readShare(option: string, value: string): number {
  const share = Number(value);
  if (/^\d*\.?\d+$/.test(value) && share <= 1) return share;
  const meant = /^\d+(\.\d+)?$/.test(value) && share <= 100 ? `; ${value} % is ${share / 100}` : "";
  throw new UsageError(`${option} ${value} is no share from 0 to 1${meant}`);
}
