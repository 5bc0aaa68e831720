import type { CarrierAdapter, Tracking } from "@amends/core/contracts";
import { AdapterError } from "@amends/core/errors";
import type { ContractCase } from "./contract-case.js";
import { demand, fail } from "./contract-case.js";
import { watchedEnvironment, type ContractEnvironment } from "./contract-environment.js";
import { faultCases } from "./fault-cases.js";
import { identityCase } from "./identity-case.js";
import { demandNoLeak } from "./leaks.js";
import { trackingShape } from "./shapes.js";
import { demandShape } from "./demand-shape.js";

/** What the carrier contract needs of an adapter. */
export interface CarrierContractOptions {
  readonly create: (environment: ContractEnvironment) => CarrierAdapter;
  /** The pure reader of the vendor's answers. */
  readonly parseTracking: (body: unknown) => readonly Tracking[];
  /** A number, and the vendor's answers for it: a parcel on its way, and one nobody knows. */
  readonly trackingNumber: string;
  readonly found: () => unknown;
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
 * const answers = { found: () => ({}), notFound: () => ({}), unknownCode: { body: () => ({}), code: "X9" } };
 * carrierContract({ create, parseTracking: () => [], trackingNumber: "RB123456785GB", ...answers, planted: [] })
 *   .slice(0, 3)
 *   .map(({ id }) => id); // => ["identity", "carrier/found", "carrier/not-found"]
 */
export function carrierContract(options: CarrierContractOptions): readonly ContractCase[] {
  const { create, parseTracking, trackingNumber } = options;
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
            demandNoLeak(error, options.planted);
            if (!AdapterError.isInstance(error)) fail(`expected an AdapterError for ${JSON.stringify(odd)}, got ${String(error)}`);
          }
        }
      },
    },
    ...faultCases({ call: track, answer: () => Response.json(options.found()), check, planted: options.planted }),
  ];
}

function demandTracking(found: readonly Tracking[]): void {
  const isList: boolean = Array.isArray(found);
  if (!isList) fail("the answer is no list");
  for (const tracking of found) {
    demandShape(trackingShape, tracking, "tracking");
    const { events } = tracking;
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
