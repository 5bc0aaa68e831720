import { booleanFact, type FactCatalogue } from "@amends/core/facts";

/** What the stage finds out before its policies are asked. */
export const slaFacts = {
  "ticket.hasMarketplaceTarget": booleanFact({
    description:
      "Whether a rule of the ticket's marketplace sets a target for it; a marketplace message without one is answered like e-mail.",
    example: true,
  }),
  "ticket.answered": booleanFact({
    description: "Whether somebody whose answers count on the channel has answered the customer already.",
    example: false,
  }),
  "ticket.answeredByAgent": booleanFact({
    description: "Whether an agent has answered the customer already; what a bot said doesn't count.",
    example: false,
  }),
  "ticket.solved": booleanFact({
    description:
      "Whether the case is solved: its status is done or, without a status, it has been resolved and the customer hasn't written since. One that was reopened isn't.",
    example: false,
  }),
} satisfies FactCatalogue;
