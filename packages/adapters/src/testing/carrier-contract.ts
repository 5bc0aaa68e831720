import type { CarrierAdapter, Tracking } from "@amends/core/contracts";
import { AdapterError } from "@amends/core/errors";
import type { ShipmentStatus } from "@amends/core/model";
import type { ContractCase } from "./contract-case.js";
import { demand, fail } from "./contract-case.js";
import { watchedEnvironment, type ContractEnvironment } from "./contract-environment.js";
import { faultCases } from "./fault-cases.js";
import { identityCase } from "./identity-case.js";
import { demandNoLeak } from "./leaks.js";
import { trackingShape } from "./shapes.js";
import { demandShape } from "./demand-shape.js";

/** What the vendor's answer says of a parcel, read by a person. */
export interface ExpectedTracking {
  readonly status: ShipmentStatus;
  readonly terminal: boolean;
  /** The number of scans, and what the earliest and the latest of them are; `at` only where the answer tells the instant. */
  readonly scans: number;
  readonly first: ExpectedScan;
  readonly last: ExpectedScan;
}

/** One scan as the vendor's answer tells it. */
export interface ExpectedScan {
  readonly local: string;
  readonly at?: string;
  readonly status: ShipmentStatus;
}

/** What the carrier contract needs of an adapter. */
export interface CarrierContractOptions {
  readonly create: (environment: ContractEnvironment) => CarrierAdapter;
  /** The pure reader of the vendor's answers. */
  readonly parseTracking: (body: unknown) => readonly Tracking[];
  /** A number, and the vendor's answers for it: a parcel on its way, and one nobody knows. */
  readonly trackingNumber: string;
  readonly found: () => unknown;
  /** What `found` means. */
  readonly expected: ExpectedTracking;
  readonly notFound: () => unknown;
  /** The same answer with one scan whose code the adapter can't know. */
  readonly unknownCode: { readonly body: () => unknown; readonly code: string };
  readonly planted: readonly string[];
}

/**
 * What every carrier adapter promises.
 *
 * @example
 * import { carrierContract } from "@amends/adapters/testing";
 * const create = () => ({ specVersion: "1", name: "post", track: async () => [] }) as const;
 * const scan = { local: "2026-03-01T08:00:00", status: "in_transit" } as const;
 * const expected = { status: "in_transit", terminal: false, scans: 1, first: scan, last: scan } as const;
 * const answers = { found: () => ({}), expected, notFound: () => ({}), unknownCode: { body: () => ({}), code: "X9" } };
 * carrierContract({ create, parseTracking: () => [], trackingNumber: "RB123456785GB", ...answers, planted: [] })
 *   .slice(0, 3)
 *   .map(({ id }) => id); // => ["identity", "carrier/found", "carrier/content"]
 */
export function carrierContract(options: CarrierContractOptions): readonly ContractCase[] {
  const { create, parseTracking, trackingNumber } = options;
  // A parcel's number leads to a person.
  const planted = [...options.planted, trackingNumber];
  const check = (value: unknown) => demandTracking(value as readonly Tracking[]);
  const track = (environment: ContractEnvironment, signal?: AbortSignal) =>
    create(environment).track(trackingNumber, signal === undefined ? {} : { signal });
  return [
    identityCase(create),
    {
      id: "carrier/found",
      says: "a known parcel is found under its number, its scans in order",
      run: async () => {
        const found = await track(watchedEnvironment(() => Response.json(options.found())).environment);
        demand(found.length > 0, "nothing was found");
        demand(
          found.every((each) => each.trackingNumber === trackingNumber),
          "another parcel's number came back",
        );
        check(found);
      },
    },
    {
      id: "carrier/content",
      says: "a parcel's status and its first and last scan are what the answer says",
      run: async () => {
        const [tracking] = await track(watchedEnvironment(() => Response.json(options.found())).environment);
        demand(tracking !== undefined, "nothing was found");
        demandContent(tracking, options.expected);
      },
    },
    {
      id: "carrier/not-found",
      says: "a number nobody knows is not_found, or a parcel of unknown status without scans",
      run: async () => {
        const outcome = await track(watchedEnvironment(() => Response.json(options.notFound())).environment).catch(
          (error: unknown) => error,
        );
        if (AdapterError.isInstance(outcome)) return demand(outcome.reason === "not_found", `expected not_found, got ${outcome.reason}`);
        const found = outcome as readonly Tracking[];
        demand(
          Array.isArray(found) && found.every(({ status, events }) => status === "unknown" && events.length === 0),
          "a parcel nobody knows has a status or scans",
        );
      },
    },
    {
      id: "carrier/unknown-code",
      says: "a code the adapter doesn't know is listed, and its scan kept as unknown",
      run: async () => {
        const { body, code } = options.unknownCode;
        const [tracking] = parseTracking(body());
        demand(tracking?.notUnderstood.some((each) => each.includes(code)) === true, `"${code}" is not listed in notUnderstood`);
      },
    },
    {
      id: "carrier/pure-reader",
      says: "the reader gives the same for the same answer, and leaves the answer alone",
      run: async () => {
        const body = options.found();
        const before = JSON.stringify(body);
        const first = JSON.stringify(parseTracking(body));
        demand(JSON.stringify(body) === before, "the answer was changed");
        demand(JSON.stringify(parseTracking(body)) === first, "two readings differ");
      },
    },
    {
      id: "carrier/odd-answers",
      says: "whatever comes in place of an answer is malformed",
      run: async () => {
        for (const odd of [undefined, null, 0, "", "text", [], {}, [[]], { data: null }, { data: { accepted: {} } }]) {
          try {
            demandTracking(parseTracking(odd));
          } catch (error) {
            demandNoLeak(error, planted);
            if (!AdapterError.isInstance(error)) fail(`expected an AdapterError for ${JSON.stringify(odd)}, got ${String(error)}`);
          }
        }
      },
    },
    ...faultCases({ call: track, answer: () => Response.json(options.found()), check, planted }),
  ];
}

function demandContent({ status, terminal, events }: Tracking, expected: ExpectedTracking): void {
  demand(status === expected.status, `expected the status ${expected.status}, got ${status}`);
  demand(terminal === expected.terminal, `expected terminal to be ${expected.terminal}`);
  demand(events.length === expected.scans, `expected ${expected.scans} scans, got ${events.length}`);
  for (const [place, wanted, scan] of [
    ["first", expected.first, events[0]],
    ["last", expected.last, events.at(-1)],
  ] as const) {
    if (scan === undefined) fail(`there is no ${place} scan`);
    demand(scan.status === wanted.status, `expected the ${place} scan's status to be ${wanted.status}, got ${scan.status}`);
    demand(scan.local === wanted.local, `expected the ${place} scan's local time to be ${wanted.local}, got ${scan.local}`);
    const instant = (at: string | undefined) => (at === undefined ? undefined : Date.parse(at));
    demand(
      instant(scan.at) === instant(wanted.at),
      `expected the ${place} scan at ${wanted.at ?? "no known instant"}, got ${scan.at ?? "none"}`,
    );
  }
}

/** A parcel with one of these is never scanned again. */
const finalStatuses: ReadonlySet<ShipmentStatus> = new Set(["delivered", "returned", "lost", "damaged", "destroyed", "cancelled"]);

function demandTracking(found: readonly Tracking[]): void {
  const isList: boolean = Array.isArray(found);
  if (!isList) fail("the answer is no list");
  for (const tracking of found) {
    demandShape(trackingShape, tracking, "tracking");
    const { events, status, terminal } = tracking;
    demand(!terminal || finalStatuses.has(status), `a parcel that is ${status} can't be at its end`);
    const sortable = events.every(({ at }) => at !== undefined);
    const keys = events.map(({ at, local }) => (sortable ? Date.parse(at ?? "") : Date.parse(`${local.slice(0, 19)}Z`)));
    demand(
      keys.every((key, index) => index === 0 || (keys[index - 1] ?? 0) <= key),
      "the scans are not in order",
    );
    demand(
      events.every(({ zoneKnown, at, offset }) => zoneKnown === (at !== undefined || offset !== undefined)),
      "zoneKnown doesn't say whether the scan's instant is known",
    );
  }
}
