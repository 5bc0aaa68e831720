import { listFact, numberFact, type FactCatalogue } from "@amends/core/facts";
import { productLinesOf } from "./product-lines-of.js";

/** What routing policies can read beyond the facts of every case. */
export const facts: FactCatalogue = {
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
};
