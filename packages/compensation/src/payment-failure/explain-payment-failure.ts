import { AmendsError, quotable, requireObject, requireText } from "@amends/core/errors";
import type { Payment } from "@amends/core/model";
import type { Context } from "@amends/core/stage";
import { formatInstant, readDuration } from "@amends/core/time";
import { codeKey, codeWord, failureFacts, type FailureFact, type FailureFacts } from "./failure-pack.js";
import type { PaymentFailure, PaymentRetry } from "./payment-failure.js";

/**
 * Why a payment failed, who can do something about it, whether trying again helps and when, and what to tell the buyer and the agent.
 *
 * A gateway or code that no fact describes is `unknown`: nothing is guessed from its name, nor from another gateway's code. The buyer
 * is never told of a suspicion: where there is one, the buyer reads what every declined payment says. The facts are the pack
 * `packages/compensation/packs/payment/failures.pack.json`; a host's `paymentFailures` in `context.packs` goes before it.
 * Facts with dates are applied, and `retry.notBefore` is told,
 * where the context has a `now`.
 *
 * @throws {AmendsError} of code `pack_invalid` where the host's pack can't be read.
 * @throws {AmendsError} `argument_invalid` where what stands in the place of an argument can't be one.
 * @example
 * import { explainPaymentFailure } from "@amends/compensation/payment-failure";
 * const failure = explainPaymentFailure({ gateway: "stripe", failureCode: "insufficient_funds" }, { now: Date.UTC(2026, 2, 3, 15) });
 * [failure.reason, failure.actor, failure.retry.helps]; // => ["insufficient_funds", "buyer", "after_change"]
 * failure.buyer.says; // => "The payment did not go through, because the balance or limit of your account did not cover it. Please check it, or pay another way."
 */
export function explainPaymentFailure(payment: Partial<Payment>, context: Partial<Context> = {}): PaymentFailure {
  requireObject(payment, "payment");
  requireObject(context, "context");
  for (const key of ["gateway", "failureCode"] as const) if (payment[key]) requireText(payment[key], `payment.${key}`);
  const facts = failureFacts(context);
  const gateway = payment.gateway || null;
  const failureCode = payment.failureCode || null;
  const known = gateway === null ? undefined : facts.gatewayOf.get(codeWord(gateway));
  const code = known === undefined || failureCode === null ? undefined : facts.codeOf.get(codeKey(known.value.gateway, failureCode));
  const reason = code === undefined ? undefined : facts.reasonOf.get(code.value.reason);
  const asked = { gateway: known?.value.gateway ?? gateway, failureCode };
  if (code === undefined || reason === undefined) return { ...asked, ...unknown(facts, payment, known, code) };
  const { value } = reason;
  return {
    ...asked,
    status: "known",
    reason: value.reason,
    category: value.category,
    actor: value.actor,
    retry: retryOf(code.value.retry ?? value.retry, context.now),
    buyer: value.buyer ?? declined(facts).value.buyer,
    confidential: value.confidential,
    agent: value.agent,
    fact: code.id,
    source: code.source,
    confidence: code.confidence,
    verifiedAt: code.verifiedAt,
    guidance: { fact: reason.id, source: reason.source, confidence: reason.confidence },
    missing: [],
  };
}

function unknown(
  facts: FailureFacts,
  { gateway, failureCode }: Partial<Payment>,
  known: FailureFact<"gateway"> | undefined,
  code: FailureFact<"code"> | undefined,
): Omit<PaymentFailure, "gateway" | "failureCode"> {
  const [missing, agent] = !gateway
    ? ["payment.gateway", "The case doesn't say which gateway declined the payment; look it up there."]
    : !failureCode
      ? ["payment.failureCode", `The case has no code of ${known?.value.name ?? gateway}; look the payment up there.`]
      : known === undefined
        ? [
            "packs.paymentFailures",
            `No fact describes the gateway "${quotable(gateway)}"; look up what its code "${quotable(failureCode)}" means.`,
          ]
        : code === undefined && facts.undecided.has(codeKey(known.value.gateway, failureCode))
          ? [
              "now",
              `What the code "${quotable(failureCode)}" of ${quotable(known.value.name)} means depends on the day, which the context doesn't say.`,
            ]
          : code === undefined
            ? [
                "packs.paymentFailures",
                `No fact describes the code "${quotable(failureCode)}" of ${quotable(known.value.name)}; look it up there.`,
              ]
            : [
                "packs.paymentFailures",
                `The fact "${quotable(code.id)}" names the reason "${quotable(code.value.reason)}", of which no fact says anything.`,
              ];
  return {
    status: "unknown",
    reason: "unknown",
    category: null,
    actor: null,
    retry: { helps: "unknown", after: null, notBefore: null, once: null, atMost: null },
    buyer: declined(facts).value.buyer,
    confidential: false,
    agent,
    fact: null,
    source: null,
    confidence: null,
    verifiedAt: null,
    guidance: null,
    missing: [missing],
  };
}

function retryOf({ helps, after, once, atMost }: FailureFact<"reason">["value"]["retry"], now: number | undefined): PaymentRetry {
  const wait = readDuration(after);
  const notBefore = wait === undefined || now === undefined ? null : formatInstant(now + wait * 1000);
  return { helps, after: after ?? null, notBefore, once: once ?? null, atMost: atMost ?? null };
}

/** What every declined payment says; a host may replace it, not take it away. */
function declined({ declined: fact }: FailureFacts): FailureFact<"declined"> {
  if (fact !== undefined) return fact;
  const message = 'no fact of the kind "declined" is in force';
  throw new AmendsError({
    code: "pack_invalid",
    message: `The pack "paymentFailures" can't be used: ${message}`,
    findings: [{ code: "pack_invalid", message, path: "packs.paymentFailures.facts", fix: "add one without dates" }],
  });
}
