import { defineStage } from "@amends/core/stage";
import type { Reply } from "@amends/core/model";
import hints from "../../policies/standard-hints.policy.json" with { type: "json" };
import parts from "../../policies/standard-parts.policy.json" with { type: "json" };
import sentences from "../../policies/standard-sentences.policy.json" with { type: "json" };
import templates from "../../policies/standard-templates.policy.json" with { type: "json" };
import tone from "../../policies/standard-tone.policy.json" with { type: "json" };
import { templateLibrary } from "../templating/template-library.js";
import { chooseTemplate, templateName } from "./choose-template.js";
import { composeReply, wordlessParts, type Composition } from "./compose-reply.js";
import { replyDecisions, replyEvents } from "./events.js";
import { replyFacts } from "./facts.js";
import { evidenceWanted } from "./evidence-wanted.js";
import { replyValues } from "./reply-values.js";
import { replyLanguage, replyScript } from "../values/language-of.js";

/** What each language has at least: the answer where it lacks the texts for a better one. */
const acknowledgement = "acknowledgement";

/** What a placeholder stands for in the case, where a part was left out for want of it. */
const factOf: Readonly<Record<string, string>> = {
  averageDays: "shipment.laneAverageDays",
  days: "shipment.shippedAt",
  node: "shipment.events",
  timeline: "shipment.events",
  choices: "remedies.choices",
  count: "remedies.choices",
  updateAt: "sla.updates",
  expectedAt: "assignment.expectedResponseAt",
};

/** Writes `reply`: the template, its parts and its tone by rules, filled in in the customer's language. */
export const replyStage = defineStage({
  name: "reply",
  reads: ["ticket", "customer", "order", "shipment", "history", "language", "classification", "risk", "sla", "assignment", "remedies"],
  writes: "reply",
  facts: replyFacts,
  events: replyEvents,
  decisions: replyDecisions,
  policies: [templates, parts, tone, sentences, hints],
  decide: (caseFile, evaluation, context, policySet): Reply => {
    const library = templateLibrary(context.packs["templates"]);
    const wanted = replyLanguage(caseFile);
    const country = evaluation.fact("recipient.country") as string | undefined;
    const spoken = wanted === undefined ? undefined : library.in(wanted, country, replyScript(caseFile));
    const pack = spoken ?? library.english(country);

    const chosen = evaluation.decide("template").events[0]?.params;
    const situations = chosen === undefined ? [] : [chosen.situation, ...(chosen.alternatives ?? [])];
    const own =
      chosen === undefined || pack.variantsOf(chosen.situation).length === 0
        ? undefined
        : chooseTemplate(pack, situations, caseFile.history);
    evaluation.set({ "reply.situation": own?.situation ?? acknowledgement });
    const tones = [...new Set(evaluation.decide("tone").events.map(({ params }) => params.tone))];
    evaluation.set({ "reply.tone": tones });
    const decided = [...new Set(evaluation.decide("parts").events.map(({ params }) => params.part))];
    const added = evaluation.decide("sentences").events.map(({ params }) => params);
    const evidence = evidenceWanted(caseFile, policySet.parameter("customerEvidence"));
    const onChannel = (name: string) => {
      const channels = policySet.parameter(name);
      return Array.isArray(channels) && channels.includes(caseFile.ticket?.channel ?? "");
    };
    const manner = { formal: tones.includes("formal"), evidence, spoken: onChannel("spokenChannels") };
    const { values, wordless, zoneWanted } = replyValues(caseFile, pack, context, manner);
    if (zoneWanted) evaluation.lacks("customer.zone");

    const best: Composition | undefined =
      own === undefined ? undefined : { template: own, parts: decided, tones, sentences: added, values };
    const speaks = best !== undefined && wordlessParts(pack, best).length === 0 && !(decided.includes("choices") && wordless.length > 0);
    const plainParts = (policySet.parameter("acknowledgementParts") as typeof decided | undefined) ?? [];
    const composition = speaks
      ? best
      : {
          template: chooseTemplate(pack, [acknowledgement], caseFile.history) ?? { situation: acknowledgement, variant: "v1", used: false },
          parts: plainParts.filter((part) => part !== "apology" || decided.includes(part)),
          tones,
          sentences: added,
          values,
        };
    const composed = composeReply(pack, composition);
    for (const name of composed.lacks) if (Object.hasOwn(factOf, name)) evaluation.lacks(factOf[name] as string);

    const needsTranslation = !speaks || spoken === undefined;
    evaluation.set({ "reply.needsTranslation": needsTranslation, "reply.allUsed": composition.template.used });
    const told = evaluation.decide("hints").events.map(({ params }) => params.hint);
    return {
      template: templateName(composition.template),
      language: pack.language,
      tone: tones,
      parts: [...composed.parts],
      subject: onChannel("subjectChannels") ? composed.subject : null,
      text: composed.text,
      hints: [...new Set(told)],
      needsTranslation,
      ...evaluation.provenance(),
    };
  },
});
