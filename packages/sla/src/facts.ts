import { booleanFact, type FactCatalogue } from "@amends/core/facts";

/** What the stage finds out before its policies are asked. */
export const slaFacts: FactCatalogue = {
  "ticket.hasMarketplaceTarget": booleanFact({
    description:
      "Whether a rule of the ticket's marketplace sets a target for it; a marketplace message without one is answered like e-mail.",
    example: true,
  }),
  "ticket.answered": booleanFact({
    description: "Whether somebody whose answers count has answered the customer already.",
    example: false,
  }),
};
