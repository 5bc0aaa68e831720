import { renderTimeline, timelineSvg } from "@amends/replies";
import type { CaseFile } from "@amends/core/model";
import { localMoment } from "../wording/local-moment.js";
import { factList } from "./fact-list.js";
import { Html, html } from "./html.js";
import { section } from "./section.js";

/** The parcel's way, drawn in the customer's language and time zone. */
export function shipmentSection({ shipment, customer, language, reply }: CaseFile): Html | null {
  if (!shipment) return null;
  const zone = customer?.zone ?? "UTC";
  const events = shipment.events ?? [];
  const timeline = renderTimeline(shipment, { language: reply?.language ?? language?.code ?? customer?.language ?? "en", zone });
  return section(
    "The parcel",
    factList([
      ["Lane", shipment.lane && `${shipment.lane}${shipment.laneAverageDays ? `, ${shipment.laneAverageDays} days on average` : ""}`],
      ["Carrier", [shipment.carrier, shipment.trackingNumber].filter(Boolean).join(" ")],
      ["Promised by", shipment.promisedAt && localMoment(shipment.promisedAt, zone).long],
    ]),
    events.length === 0
      ? html`<p class="quiet">No carrier has reported anything.</p>`
      : html`<div class="timeline" tabindex="0" role="region" aria-label="${timeline.title}" dir="${timeline.rightToLeft ? "rtl" : "ltr"}">${new Html(timelineSvg(timeline))}</div>`,
  );
}
