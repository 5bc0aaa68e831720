import { InvalidPolicyError } from "@amends/core/errors";
import type { CompiledPolicy } from "@amends/core/rules";
import type { CostRates } from "./cost-basis.js";

/**
 * What the offer policies say of the shop's own costs: the share of a price that goods cost (`goodsCostPercent`; all of it where no
 * policy says), how many of a hundred coupons are used (`couponUsePercent`; all where no policy says), and what a loyalty point is worth in the policy's currency (`pointValue`; nothing said where it is 0 or absent).
 *
 * @throws {InvalidPolicyError} where a figure can't be one, or a point has a value but its policy no currency.
 */
export function costRates(policies: readonly Pick<CompiledPolicy, "policy" | "parameters">[]): CostRates {
  const goodsCostPercent = numberIn(policies, "goodsCostPercent")?.value ?? 100;
  if (goodsCostPercent > 100) throw unsuitable("goodsCostPercent", "per cent of the price, from 0 to 100");
  const couponUsePercent = numberIn(policies, "couponUsePercent")?.value ?? 100;
  if (couponUsePercent > 100) throw unsuitable("couponUsePercent", "per cent of the coupons, from 0 to 100");
  const point = numberIn(policies, "pointValue");
  if (point === undefined || point.value === 0) return { goodsCostPercent, couponUsePercent, point: undefined };
  if (point.currency === undefined) throw unsuitable("pointValue", "an amount of a policy that names its currency");
  return { goodsCostPercent, couponUsePercent, point: { value: point.value, currency: point.currency } };
}

function numberIn(policies: readonly Pick<CompiledPolicy, "policy" | "parameters">[], name: string) {
  const holder = policies.find(({ parameters }) => Object.hasOwn(parameters, name));
  if (holder === undefined) return undefined;
  const value = holder.parameters[name];
  if (typeof value !== "number" || !(value >= 0)) throw unsuitable(name, "a number from 0 up");
  return { value, currency: holder.policy.currency };
}

function unsuitable(name: string, expected: string): InvalidPolicyError {
  return new InvalidPolicyError([
    { code: "parameter_invalid", message: `"${name}" can't be what it is`, path: `parameters.${name}`, expected },
  ]);
}
