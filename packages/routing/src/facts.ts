import { booleanFact, listFact, numberFact, type FactCatalogue } from "@amends/core/facts";
import { productLinesOf } from "./product-lines-of.js";

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
