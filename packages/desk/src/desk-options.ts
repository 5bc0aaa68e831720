import type { ClassificationModel } from "@amends/core/classify";
import type {
  CarrierAdapter,
  Clock,
  IdSource,
  MarketplaceAdapter,
  RateSource,
  TicketStore,
  TimerService,
  Translator,
} from "@amends/core/contracts";
import type { Agent, CaseFile, ExtraWords } from "@amends/core/model";
import type { OperatorRegistrations, ParameterValue, Policy } from "@amends/core/rules";
import type { AnyStage, Context, InOrder } from "@amends/core/stage";
import type { CalendarDefinition, ZoneProvider } from "@amends/core/time";

/** What touches the outside world, handed in as values. `handle` never uses any of it. */
export interface DeskAdapters {
  readonly marketplaces?: readonly MarketplaceAdapter[];
  readonly carriers?: readonly CarrierAdapter[];
  readonly rates?: RateSource;
  readonly timers?: TimerService;
  readonly store?: TicketStore;
  /** For `translateReply`; nothing is translated unasked. */
  readonly translator?: Translator;
}

/** A stage that a desk can run, whatever events its policies speak of. */
export type DeskStage = Omit<AnyStage, "run"> & {
  readonly run: (caseFile: CaseFile, policySet?: never, context?: Partial<Context>) => unknown;
};

/** A list of stages as written out must be in order; of any other list the order is checked when the desk is built. */
export type StagesInOrder<Stages extends readonly DeskStage[]> = number extends Stages["length"] ? Stages : Readonly<InOrder<Stages>>;

/** Everything is optional: without options a desk runs the standard policies. */
export interface DeskOptions<Stages extends readonly DeskStage[] = readonly DeskStage[]> {
  /** Policies beside the standard ones. One with the name of a standard policy stands in its place; others are asked first. */
  readonly policies?: readonly Policy[];
  /** Values in place of policies' parameters, by policy name. */
  readonly parameters?: Readonly<Record<string, Readonly<Record<string, ParameterValue>>>>;
  readonly operators?: OperatorRegistrations;
  /**
   * The statistical model that reads messages beside the rules; null for none. Default: the one that ships. With `stages` given, the
   * stages bring their own.
   */
  readonly model?: ClassificationModel | null;
  /**
   * The stages in order, none before one that writes what it reads. Default: {@link standardStages}. A list that is out of order is
   * refused when the desk is built; one written out as a literal doesn't compile.
   */
  readonly stages?: Stages & StagesInOrder<Stages>;
  /** Who could answer, where a case doesn't bring its own agents. Checked when the desk is built. */
  readonly roster?: readonly Agent[];
  /** Service calendars by name. Checked when the desk is built. */
  readonly calendars?: Readonly<Record<string, CalendarDefinition>>;
  readonly zones?: ZoneProvider;
  readonly packs?: Readonly<Record<string, unknown>>;
  /** Words beyond the closed lists. */
  readonly words?: ExtraWords;
  /** Tells the time where a case doesn't. Default: the machine's clock. */
  readonly clock?: Clock;
  readonly newId?: () => IdSource;
  /** Versions of the data that decides beside zones, such as locale data, for the audit. */
  readonly dataVersions?: Readonly<Record<string, string>>;
  readonly adapters?: DeskAdapters;
}
