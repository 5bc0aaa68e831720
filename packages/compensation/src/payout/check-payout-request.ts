import { AmendsError, didYouMean, namesListed, quotable, type Finding } from "@amends/core/errors";
import type { Money, Remedies, RemedyChoice, Undecided } from "@amends/core/model";
import { compareMoney, fromMinorUnits, moneyFindings, sumMoney } from "@amends/core/money";
import { payoutAmount } from "./payout-amount.js";
import type { PayoutPart, PayoutRequest } from "./plan-payout.js";

/**
 * The offer and the choice that a request names.
 *
 * @throws {AmendsError} `payout_request_invalid`.
 */
export function checkPayoutRequest(
  remedies: Remedies | Undecided,
  request: PayoutRequest,
): { readonly offer: Remedies; readonly choice: RemedyChoice } {
  if ("undecided" in remedies)
    throw invalid([
      {
        code: "payout_undecided",
        message: "nothing was offered: the case is undecided",
        expected: `facts: ${namesListed(remedies.missing)}`,
      },
    ]);
  const { remedy, sequence = 0, parts, approvedBy } = request;
  const choice = remedies.choices.find((each) => each.remedy === remedy);
  const findings: Finding[] = [];
  if (!Number.isSafeInteger(sequence) || sequence < 0 || sequence > 2_147_483_647)
    findings.push({ code: "payout_sequence_invalid", message: "the sequence is no count", path: "sequence", expected: "0, 1, 2, …" });
  for (const { role, because } of neededApprovals(remedies))
    if (approverOf(role, approvedBy).trim() === "")
      findings.push({
        code: "payout_approval_missing",
        message: `it needs the approval of ${quotable(role)}: ${quotable(because)}`,
        path: "approvedBy",
      });
  if (choice === undefined) throw invalid([...findings, notOffered(remedies, remedy)]);
  const amount = payoutAmount(choice);
  if (amount === null && Object.hasOwn(choice.gives, "refundPercent"))
    findings.push({
      code: "payout_amount_missing",
      message: `nobody knows how much ${quotable(remedy)} comes to`,
      path: "remedy",
      expected: "an offer with an amount",
    });
  if (parts !== undefined && parts !== null) findings.push(...partFindings(parts, amount));
  if (findings.length > 0) throw invalid(findings);
  return { offer: remedies, choice };
}

/** Every approval that an offer asks for, the same role once. */
export function neededApprovals({ approval, approvals }: Remedies): readonly NonNullable<Remedies["approval"]>[] {
  const all = approvals ?? (approval === null ? [] : [approval]);
  return all.filter(({ role }, index) => all.findIndex((other) => other.role === role) === index);
}

/** Who approved it in a role; empty where nobody did. */
export function approverOf(role: string, approvedBy: PayoutRequest["approvedBy"] = ""): string {
  if (typeof approvedBy === "string") return approvedBy;
  const named: unknown =
    typeof approvedBy === "object" && (approvedBy as object | null) !== null && Object.hasOwn(approvedBy, role) ? approvedBy[role] : "";
  return typeof named === "string" ? named : "";
}

function partFindings(parts: readonly PayoutPart[], amount: Money | null): Finding[] {
  if (amount === null) return [{ code: "payout_parts_differ", message: "the remedy gives no money to split", path: "parts" }];
  const nameless = namelessFindings(parts);
  if (nameless.length > 0) return nameless;
  const malformed = parts.flatMap((part, index) => moneyFindings(part.amount, `parts[${index}].amount`));
  if (malformed.length > 0) return malformed;
  const foreign = parts.flatMap(({ amount: { currency } }, index): Finding[] =>
    currency === amount.currency
      ? []
      : [
          {
            code: "payout_parts_differ",
            message: `${quotable(currency)} is not the payout's currency`,
            path: `parts[${index}].amount`,
            expected: amount.currency,
          },
        ],
  );
  if (foreign.length > 0) return foreign;
  const nothing = parts.flatMap((part, index): Finding[] =>
    compareMoney(part.amount, fromMinorUnits(0, amount.currency)) > 0
      ? []
      : [{ code: "payout_parts_differ", message: "a part gives nothing", path: `parts[${index}].amount`, expected: "an amount above 0" }],
  );
  if (nothing.length > 0) return nothing;
  const sum = sumMoney(
    parts.map((part) => part.amount),
    amount.currency,
  );
  return compareMoney(sum, amount) === 0
    ? []
    : [
        {
          code: "payout_parts_differ",
          message: `the parts add up to ${sum.amount}`,
          path: "parts",
          expected: `${amount.amount} ${amount.currency}`,
        },
      ];
}

/** A step is known by its id: of two with one, the second would count as done with the first. */
function namelessFindings(parts: unknown): Finding[] {
  const code = "payout_parts_invalid";
  if (!Array.isArray(parts)) return [{ code, message: "the parts are no list", path: "parts", expected: "a list of parts" }];
  const ids = new Set<unknown>();
  return (parts as readonly (Partial<PayoutPart> | null | undefined)[]).flatMap((part, index): Finding[] => {
    const { id } = part ?? {};
    const isNamed = typeof id === "string" && id !== "" && !ids.has(id);
    ids.add(id);
    const expected = "an id that no other part has";
    return isNamed ? [] : [{ code, message: "nothing tells this part from others", path: `parts[${index}].id`, expected }];
  });
}

function notOffered({ choices, excluded }: Remedies, remedy: string): Finding {
  const why = excluded.find((each) => each.remedy === remedy);
  const offered = choices.map((each) => each.remedy);
  return {
    code: "payout_not_offered",
    message:
      why === undefined ? `"${quotable(remedy)}" is not offered` : `"${quotable(remedy)}" was taken out of the offer: ${why.because}`,
    path: "remedy",
    expected: offered.length === 0 ? "an offer with a choice" : `one of ${namesListed(offered)}`,
    ...didYouMean(remedy, offered),
  };
}

function invalid(findings: readonly Finding[]): AmendsError {
  const lines = findings.map(({ message }) => `  ${message}`);
  return new AmendsError({ code: "payout_request_invalid", message: ["The payout can't be planned:", ...lines].join("\n"), findings });
}
