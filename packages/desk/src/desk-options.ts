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
import type { ExtraWords } from "@amends/core/model";
import type { Agent } from "@amends/core/model";
import type { OperatorRegistrations, ParameterValue, Policy } from "@amends/core/rules";
import type { AnyStage } from "@amends/core/stage";
import type { CalendarDefinition, ZoneProvider } from "@amends/core/time";

/** What touches the outside world, handed in as values. `handle` never uses any of it. */
export interface DeskAdapters {
  readonly marketplaces?: readonly MarketplaceAdapter[];
  readonly carriers?: readonly CarrierAdapter[];
  readonly translator?: Translator;
  readonly rates?: RateSource;
  readonly timers?: TimerService;
  readonly store?: TicketStore;
}

/** Everything is optional: without options a desk runs the standard policies. */
export interface DeskOptions {
  /** Policies beside the standard ones. One with the name of a standard policy stands in its place; others are asked first. */
  readonly policies?: readonly Policy[];
  /** Values in place of policies' parameters, by policy name. */
  readonly parameters?: Readonly<Record<string, Readonly<Record<string, ParameterValue>>>>;
  readonly operators?: OperatorRegistrations;
  /** The stages in order. Default: {@link standardStages}. */
  readonly stages?: readonly AnyStage[];
  readonly roster?: readonly Agent[];
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
