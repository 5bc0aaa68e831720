import { booleanFact, listFact, numberFact, type FactCatalogue } from "@amends/core/facts";
import { productLinesOf } from "./product-lines-of.js";
import { waitedSeconds } from "./waited-seconds.js";

/** What routing policies can read beyond the facts of every case. */
export const facts = {
  "order.productLines": listFact({
    description: "The product lines of the order's items.",
    example: ["audio"],
    derive: (caseFile) => {
      const lines = productLinesOf(caseFile);
      return lines.length === 0 ? undefined : lines;
    },
  }),
  "queue.waited": numberFact({
    description:
      "How long the case has waited for somebody to take it, since it was queued or, where nobody says, since the customer wrote.",
    example: 900,
    unit: "seconds",
    derive: (caseFile, { now }) => waitedSeconds(caseFile, now),
  }),
  "roster.fitting": numberFact({
    description: "How many agents meet every requirement of the case, whether or not they are at work now.",
    example: 3,
    unit: "agents",
  }),
  "queue.lateInLanguage": booleanFact({
    description:
      "Whether nobody who meets every requirement and writes the language is expected to answer from the queue by the deadline of the first response; without a deadline, whether there is nobody at all.",
    example: true,
  }),
  "queue.late": booleanFact({
    description: "The same, those counted too who answer through translation where that is allowed.",
    example: true,
  }),
} satisfies FactCatalogue;
