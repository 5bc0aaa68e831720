import { requireObject } from "@amends/core/errors";
import { countingIds, systemClock, type InboundMessage } from "@amends/core/contracts";
import type { DeskEvents, EventBus } from "@amends/core/events";
import { parseCaseFile, type Agent, type CaseFile } from "@amends/core/model";
import { auditCase, contextFor, withKey, type AnyStage, type Context } from "@amends/core/stage";
import { formatInstant, intlZoneProvider, type ZoneProvider } from "@amends/core/time";
import { announce } from "./announce.js";
import { createDeskEventBus } from "./desk-event-bus.js";
import type { DeskOptions, DeskStage } from "./desk-options.js";
import { InvalidDeskOptionsError } from "./invalid-desk-options-error.js";
import { processMessage, type ProcessOptions } from "./process-message.js";
import { calendarsFindings, readRoster } from "./read-staffing.js";
import { replayCases, type Replayed } from "./replay.js";
import { runStages, type RunStagesOptions } from "./run-stages.js";
import { stageOrderFindings } from "./stage-order-findings.js";
import { planStages } from "./stage-plan.js";
import { stagesWithModel } from "./stages-with-model.js";
import { translateReply, type TranslatedReply, type TranslateReplyOptions } from "./translate-reply.js";

/** An after-sales desk: cases in, decisions out. */
export interface Desk {
  /** The stages it runs, in order. */
  readonly stages: readonly AnyStage[];
  /** Decides a case: a pure function of policies, case and now. Throws InvalidCaseError for a case that can't be read. */
  handle(caseFile: unknown): CaseFile;
  /**
   * Reads a message as it arrived, gathers what the adapters know, decides, and leaves the outcome with store and timers. Rejects with
   * an AdapterError where the store fails, of which `adapter_failed` tells too, and with the reason of a signal that cancels.
   */
  process(message: InboundMessage, options?: ProcessOptions): Promise<CaseFile>;
  /**
   * The reply of a decided case in another language, by a machine, for somebody to look over. What must not change is kept from the
   * translator. Rejects where it can't be translated, and the reply stays as it is.
   */
  translateReply(caseFile: CaseFile, options: TranslateReplyOptions): Promise<TranslatedReply>;
  /** Listens to an event; the answer stops listening. A listener gets a frozen copy of what the desk goes on with. */
  on: EventBus<DeskEvents>["on"];
  /** Decides recorded cases anew and says which keys changed. */
  replay(log: Iterable<CaseFile>): Iterable<Replayed>;
  /** Runs the stages without an audit record; for tests of policies. */
  runStages(caseFile: CaseFile, options?: RunStagesOptions): CaseFile;
}

/**
 * A desk with the standard policies, or with a host's own beside them.
 *
 * @throws {InvalidPolicyError} where a policy can't be loaded.
 * @throws {InvalidDeskOptionsError} where a stage reads what only a later one writes, or the roster or a calendar can't be read.
 * @throws {AmendsError} `argument_invalid` where what stands in the place of an argument can't be one.
 * @example
 * import { createDesk } from "@amends/desk";
 * const desk = createDesk();
 * const decided = desk.handle({
 *   now: "2026-03-03T15:00:00Z",
 *   ticket: { channel: "email", text: "My parcel is 45 days late. Where is it?", createdAt: "2026-03-03T15:00:00Z" },
 * });
 * decided.classification?.issueType; // => "logistics_delay"
 */
export function createDesk<const Stages extends readonly DeskStage[] = readonly DeskStage[]>(options: DeskOptions<Stages> = {}): Desk {
  requireObject(options, "options");
  const stages = (options.stages ?? stagesWithModel(options.model)) as unknown as readonly AnyStage[];
  const zones = options.zones ?? intlZoneProvider;
  const roster = fittingRoster(stages, options, zones);
  const plan = planStages(stages, options);
  const bus = createDeskEventBus();
  const clock = options.clock ?? systemClock;
  const newId = options.newId ?? countingIds;

  const contextOf = (caseFile: CaseFile): Context =>
    contextFor(caseFile, {
      ...(caseFile.now === undefined || caseFile.now === null || caseFile.now === "" ? { now: clock() } : {}),
      zones,
      newId: newId(),
      roster,
      ...(options.calendars === undefined ? {} : { calendars: options.calendars }),
      ...(options.packs === undefined ? {} : { packs: options.packs }),
    });

  const decide = (given: CaseFile): CaseFile => {
    const context = contextOf(given);
    // Written down, so that the same line decides the same again.
    const timed: CaseFile = given.now ? given : { ...given, now: formatInstant(context.now) };
    const { caseFile, ran } = runStages(timed, plan, context, {
      onStage: (current, stage) => bus.emit("stage_decided", { caseFile: current, stage }),
    });
    const policies = ran.flatMap(({ policySet }) => policySet.policies);
    const linked = { ...caseFile, ...(given.audit === undefined ? {} : { audit: given.audit }) };
    const audit = auditCase(linked, { policies, data: { zones: zones.version, ...options.dataVersions } });
    return withKey(caseFile, "audit", audit);
  };

  const read = (caseFile: unknown): CaseFile =>
    parseCaseFile(caseFile, { zones, ...(options.words === undefined ? {} : { words: options.words }) });

  const handle = (caseFile: unknown): CaseFile => {
    const decided = decide(read(caseFile));
    announce(decided, bus);
    return decided;
  };
  const adapters = options.adapters ?? {};

  return {
    stages,
    handle,
    process: (message, more) => processMessage(message, { read, decide, plan, contextOf, bus, clock, adapters }, more),
    translateReply: (caseFile, more) => translateReply(caseFile, more, { translator: adapters.translator, bus }),
    on: bus.on,
    replay: (log) => replayCases(log, handle),
    runStages: (caseFile, more) => {
      requireObject(caseFile, "caseFile");
      return runStages(caseFile, plan, contextOf(caseFile), more).caseFile;
    },
  };
}

/** The roster as read. What doesn't fit is said before the first case comes, all at once. */
function fittingRoster(
  stages: readonly AnyStage[],
  options: Pick<DeskOptions, "roster" | "calendars" | "words">,
  zones: ZoneProvider,
): readonly Agent[] {
  const sources = { zones, words: options.words };
  const { roster, findings } = readRoster(options.roster ?? [], sources);
  const all = [...stageOrderFindings(stages), ...findings, ...calendarsFindings(options.calendars ?? {}, sources)];
  if (all.length > 0) throw new InvalidDeskOptionsError(all);
  return roster;
}
