import type { MarketplaceAdapter } from "@amends/core/contracts";
import type { CaseFile } from "@amends/core/model";
import { askAdapter, type Asking } from "./ask-adapter.js";
import { unknownMembers, type CaseSource } from "./case-source.js";

const members = ["total", "placedAt", "shipTo", "paymentMethod", "items"] as const;

/** The order at the marketplace that the case came from, where its id is known and something of it isn't. */
export function orderSource(caseFile: CaseFile, adapters: readonly MarketplaceAdapter[], asking: Asking): CaseSource | undefined {
  const id = caseFile.order?.id || undefined;
  const adapter = adapters.find(({ name }) => name === caseFile.ticket?.marketplace);
  const tells = unknownMembers(caseFile.order, members);
  if (id === undefined || adapter?.capabilities.order === undefined || tells.length === 0) return undefined;
  return {
    key: "order",
    tells,
    fetch: async () => {
      const order = await askAdapter(adapter.name, asking, (options) => adapter.capabilities.order?.(id, options));
      if (order === undefined || order === null) return undefined;
      const told = Object.fromEntries(tells.flatMap((member) => (order[member] === undefined ? [] : [[member, order[member]]])));
      return { value: { ...caseFile.order, ...told }, by: adapter.name };
    },
  };
}
