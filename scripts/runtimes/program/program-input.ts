import type { InboundMessage } from "@amends/core/contracts";
import type { CaseEvent } from "@amends/core/events";
import type { Agent, CaseFile, Customer, ExchangeRates, Order } from "@amends/core/model";
import type { CalendarDefinition } from "@amends/core/time";
import type { SourceFile } from "@amends/rule-tools";
import type { ZoneData } from "./zone-data.js";

/** A message, with what the shop has on record about its sender. */
export interface GivenMessage {
  readonly name: string;
  readonly message: InboundMessage;
  readonly customer: Customer | null;
  readonly orders: readonly Order[];
  readonly known: Partial<CaseFile>;
  readonly attachments: readonly { readonly id: string; readonly name: string; readonly type: string; readonly bytes: number }[];
}

/** A whole case. */
export interface GivenCase {
  readonly name: string;
  readonly caseFile: CaseFile;
}

/** Everything that is handed to the program, so that it reads no file in any runtime. */
export interface ProgramInput {
  readonly zoneData: ZoneData;
  readonly cases: readonly (GivenMessage | GivenCase)[];
  readonly roster: readonly Agent[];
  readonly calendars: Readonly<Record<string, CalendarDefinition>>;
  readonly rates: ExchangeRates;
  readonly texts: readonly { readonly name: string; readonly text: string }[];
  readonly policies: readonly SourceFile[];
  readonly tests: readonly SourceFile[];
  readonly events: readonly CaseEvent[];
}
