import { ruleId } from "@amends/core/rules";
import { defineStage } from "@amends/core/stage";
import type { Notice } from "@amends/core/model";
import { readDuration } from "@amends/core/time";
import anomalies from "../../policies/standard-anomalies.policy.json" with { type: "json" };
import milestones from "../../policies/standard-milestones.policy.json" with { type: "json" };
import { compileMessage, type Values } from "../templating/message.js";
import { templateLibrary } from "../templating/template-library.js";
import { caseValues, customerZone } from "../values/case-values.js";
import { expectedTimes } from "../values/expected-times.js";
import { formatDateTime } from "../values/format-date.js";
import { moneyValues } from "../values/money-values.js";
import { noticeLanguage, noticeScript, recipientCountry } from "../values/language-of.js";
import { composeNotice } from "./compose-notice.js";
import { noticeDecisions, noticeEvents } from "./events.js";
import { noticeFacts } from "./facts.js";
import { paymentEventValues } from "./payment-event-values.js";

const secondsPerDay = 86_400;

/** Writes `notices`: what the customer is told without having asked, each kind at most once. */
export const noticesStage = defineStage({
  name: "notices",
  reads: ["ticket", "event", "customer", "order", "shipment", "history", "reply"],
  writes: "notices",
  withoutTicket: true,
  facts: noticeFacts,
  events: noticeEvents,
  decisions: noticeDecisions,
  policies: [milestones, anomalies],
  decide: (caseFile, evaluation, context): Notice[] => {
    const decision = evaluation.decide("notices");
    const library = templateLibrary(context.packs["templates"]);
    const { wanted, language } = noticeLanguage(caseFile, library);
    const country = recipientCountry(caseFile);
    const pack = library.in(language, country, noticeScript(caseFile, language)) ?? library.english(country);
    const english = library.english(country);
    if (wanted === undefined) evaluation.lacks("customer.language");
    const zone = customerZone(caseFile, context);
    const times = Object.entries(expectedTimes(caseFile, context.now)).map(([key, at]) => [
      key,
      formatDateTime(at, pack, zone, context.zones),
    ]);
    const sent = new Set((caseFile.history?.noticesSent ?? []).map(({ kind }) => kind));
    const { policies, missing } = evaluation.provenance();
    return decision.fired.flatMap(({ event, ...fired }): Notice[] => {
      const { kind, reason, expectedHandling, template } = event.params;
      if (sent.has(kind)) return [];
      sent.add(kind);
      const handling = readDuration(expectedHandling);
      const handlingDays = handling === undefined ? {} : { handlingDays: Math.ceil(handling / secondsPerDay) };
      const given = template === undefined ? {} : paymentEventValues(caseFile);
      const words = { templates: template === undefined ? [kind] : [template, kind], detailed: template !== undefined };
      const notice = composeNotice(pack, english, words, (speaker) => ({
        ...caseValues(caseFile, speaker, context),
        ...(Object.fromEntries(times) as Record<string, string>),
        ...handlingDays,
        ...moneyValues(given, speaker, { zone, zones: context.zones }),
      }));
      const why = compileMessage(reason, "en");
      const known: Values = { ...caseValues(caseFile, english, context), ...handlingDays };
      const unknown = Object.fromEntries(why.needs.filter((name) => !Object.hasOwn(known, name)).map((name) => [name, "unknown"]));
      return [
        {
          kind,
          reason: why.format({ ...unknown, ...known }),
          expectedHandling: expectedHandling ?? null,
          language: notice.language,
          text: notice.text,
          policy: fired.policy,
          policies: [...policies],
          rules: [ruleId(fired)],
          missing: [...missing],
        },
      ];
    });
  },
});
