import * as z from "zod";
import { count, field, flag, required, text, word } from "./field.js";
import { instant } from "./instant.js";
import { agentStatuses, supportTiers } from "./words.js";
import { zone } from "./zone.js";

const agentLanguageSchema = z.object({
  code: required(z.string(), { description: "An ISO 639-1 code.", example: "nl" }),
  level: field(z.number().min(1).max(5), { description: "How well: 1 a few words, 5 native.", example: 5 }),
});

/** One who answers tickets, as the roster knows them. */
export const agentSchema = z.object({
  id: required(z.string().min(1), { description: "The agent's id.", example: "agent-7" }),
  team: text("The team.", "eu-support"),
  zone: zone("Where the agent works.", "Europe/Amsterdam"),
  calendar: text("The calendar of the agent's working hours.", "default"),
  languages: field(z.array(agentLanguageSchema), { description: "The languages the agent writes.", example: [{ code: "nl", level: 5 }] }),
  skills: field(z.array(z.string()), {
    description: "What the agent knows best: issue types, and skills of the host's own.",
    example: ["customs_clearance"],
  }),
  productLines: field(z.array(z.string()), { description: "The product lines the agent knows.", example: ["audio"] }),
  tier: word(supportTiers, "The support tier.", "L2"),
  capacity: count("How many open tickets the agent takes.", 5, "tickets"),
  load: count("How many are open now; tickets on hold don't count.", 2, "tickets"),
  onHold: count("How many more the agent has on hold, until somebody else answers; they take no capacity.", 1, "tickets"),
  lastAssignedAt: instant("When the agent last got a ticket."),
  temporary: flag("Whether the agent is hired for a peak; policies say when such agents join.", false),
  status: word(agentStatuses, "Whether the agent can be reached now.", "available"),
  regions: field(z.array(z.string()), { description: "The regions the agent serves, such as EU.", example: ["EU"] }),
});

export type Agent = z.infer<typeof agentSchema>;
