import type { CarrierAdapter, MarketplaceAdapter, RateSource, Tracking } from "@amends/core/contracts";
import type { CaseFile } from "@amends/core/model";
import type { DeskAdapters } from "./desk-options.js";

type Report = (caseFile: CaseFile, adapter: string, error: unknown) => void;

/** Adds to a case what its adapters know: the order, the parcel's way, exchange rates. What the case already holds is kept. */
export async function enrichCase(caseFile: CaseFile, adapters: DeskAdapters, report: Report, signal?: AbortSignal): Promise<CaseFile> {
  const options = signal === undefined ? {} : { signal };
  const withOrder = await addOrder(caseFile, adapters.marketplaces ?? [], report, options);
  const tracked = await addTracking(withOrder, adapters.carriers ?? [], report, options);
  return addRates(tracked, adapters.rates, report, options);
}

async function addOrder(
  caseFile: CaseFile,
  marketplaces: readonly MarketplaceAdapter[],
  report: Report,
  options: { signal?: AbortSignal },
): Promise<CaseFile> {
  const id = caseFile.order?.id ?? undefined;
  const adapter = marketplaces.find(({ name }) => name === caseFile.ticket?.marketplace);
  if (id === undefined || adapter?.capabilities.order === undefined || (caseFile.order?.total ?? null) !== null) return caseFile;
  const order = await attempt(() => adapter.capabilities.order?.(id, options), caseFile, adapter.name, report);
  return order === undefined || order === null ? caseFile : { ...caseFile, order: { ...order, ...caseFile.order } };
}

async function addTracking(
  caseFile: CaseFile,
  carriers: readonly CarrierAdapter[],
  report: Report,
  options: { signal?: AbortSignal },
): Promise<CaseFile> {
  const number = caseFile.shipment?.trackingNumber ?? undefined;
  if (number === undefined || (caseFile.shipment?.events?.length ?? 0) > 0) return caseFile;
  const named = carriers.filter(({ name }) => name === caseFile.shipment?.carrier);
  for (const carrier of named.length > 0 ? named : carriers) {
    const found = await attempt(() => carrier.track(number, options), caseFile, carrier.name, report);
    const tracking = found?.find(({ trackingNumber }) => trackingNumber === number);
    if (tracking !== undefined) return { ...caseFile, shipment: withTracking(caseFile.shipment, tracking) };
  }
  return caseFile;
}

/** The shipment with the carrier's events; the first scan and the delivery give dates that the host left open. */
function withTracking(shipment: CaseFile["shipment"], tracking: Tracking): NonNullable<CaseFile["shipment"]> {
  const events = tracking.events.map(({ at, local, status, reason, place }) => ({
    ...(at === undefined ? { local } : { at }),
    status,
    reason,
    ...(place === undefined ? {} : { place }),
  }));
  const first = tracking.events.find(({ status, at }) => status === "picked_up" && at !== undefined)?.at;
  const delivered = tracking.events.find(({ status, at }) => status === "delivered" && at !== undefined)?.at;
  return {
    ...shipment,
    carrier: shipment?.carrier ?? tracking.carrier,
    events,
    ...(shipment?.shippedAt || first === undefined ? {} : { shippedAt: first }),
    ...(shipment?.deliveredAt || delivered === undefined ? {} : { deliveredAt: delivered }),
  };
}

async function addRates(
  caseFile: CaseFile,
  rates: RateSource | undefined,
  report: Report,
  options: { signal?: AbortSignal },
): Promise<CaseFile> {
  if (rates === undefined || (caseFile.rates ?? null) !== null || typeof caseFile.now !== "string") return caseFile;
  const date = caseFile.now.slice(0, 10);
  const found = await attempt(() => rates.ratesFor(date, options), caseFile, rates.name, report);
  return found === undefined ? caseFile : { ...caseFile, rates: found };
}

async function attempt<Value>(
  ask: () => Promise<Value> | undefined,
  caseFile: CaseFile,
  adapter: string,
  report: Report,
): Promise<Value | undefined> {
  try {
    return await ask();
  } catch (error) {
    report(caseFile, adapter, error);
    return undefined;
  }
}
