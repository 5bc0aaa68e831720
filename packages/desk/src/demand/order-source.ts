import type { MarketplaceAdapter } from "@amends/core/contracts";
import type { CaseFile } from "@amends/core/model";
import { askAdapter, malformed, type Asking } from "./ask-adapter.js";
import { unknownMembers, type CaseSource } from "./case-source.js";

const members = ["total", "placedAt", "shipTo", "paymentMethod", "items"] as const;

/** The order at the marketplace that the case came from, where its id is known and something of it isn't. */
export function orderSource(caseFile: CaseFile, adapters: readonly MarketplaceAdapter[], asking: Asking): CaseSource | undefined {
  const id = caseFile.order?.id || undefined;
  const adapter = adapters.find(({ name }) => name === caseFile.ticket?.marketplace);
  const tells = unknownMembers(caseFile.order, members);
  const ask = adapter?.capabilities.order;
  if (id === undefined || adapter === undefined || ask === undefined || tells.length === 0) return undefined;
  const { name } = adapter;
  return {
    key: "order",
    tells,
    fetch: () =>
      askAdapter(
        {
          adapter: name,
          call: "order",
          ask: (options) => ask.call(adapter.capabilities, id, options),
          read: (order) => {
            if (order === undefined || order === null) return undefined;
            if (typeof order !== "object" || Array.isArray(order)) throw malformed(name, "order answered with something that is no order");
            const told = Object.fromEntries(tells.flatMap((member) => (order[member] === undefined ? [] : [[member, order[member]]])));
            return { value: { ...caseFile.order, ...told }, by: name };
          },
        },
        asking,
      ),
  };
}
