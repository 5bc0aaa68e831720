import type { Money } from "@amends/core/model";
import { refundAmounts } from "../remedies/refund-cost.js";
import { sayNothing, type RemedyDefinition } from "../remedies/remedy-definition.js";
import { goodsAmounts } from "../remedies/reship.js";

type Gives = Readonly<Record<string, unknown>>;

/** Writes what a choice gives into an object of its own, with the amount that it comes to. */
export type GivesWriter = (gives: Gives, amount: Money | undefined) => Record<string, unknown>;

/**
 * What the standard remedies give, by the names of its members in their order. Each is written as a whole: to copy objects of many
 * forms member by member takes several times as long.
 */
const withAmount: Readonly<Record<string, GivesWriter>> = {
  refundPercent: (gives, amount) => ({ refundPercent: gives["refundPercent"], amount }),
  "refundPercent,of": (gives, amount) => ({ refundPercent: gives["refundPercent"], of: gives["of"], amount }),
  "refundPercent,afterInvestigation": (gives, amount) => ({
    refundPercent: gives["refundPercent"],
    afterInvestigation: gives["afterInvestigation"],
    amount,
  }),
};

const withGoodsValue: Readonly<Record<string, GivesWriter>> = {
  "": (_gives, goodsValue) => ({ goodsValue }),
  of: (gives, goodsValue) => ({ of: gives["of"], goodsValue }),
  "of,afterReturn": (gives, goodsValue) => ({ of: gives["of"], afterReturn: gives["afterReturn"], goodsValue }),
  priority: (gives, goodsValue) => ({ priority: gives["priority"], goodsValue }),
  "priority,of": (gives, goodsValue) => ({ priority: gives["priority"], of: gives["of"], goodsValue }),
  "priority,afterInvestigation": (gives, goodsValue) => ({
    priority: gives["priority"],
    afterInvestigation: gives["afterInvestigation"],
    goodsValue,
  }),
};

const alone: Readonly<Record<string, GivesWriter>> = {
  "": () => ({}),
  couponPercent: (gives) => ({ couponPercent: gives["couponPercent"] }),
  investigationDays: (gives) => ({ investigationDays: gives["investigationDays"] }),
  orders: (gives) => ({ orders: gives["orders"] }),
  points: (gives) => ({ points: gives["points"] }),
  gift: (gives) => ({ gift: gives["gift"] }),
};

/** The writer of what a remedy gives with its amount; undefined for what is copied member by member. */
export function writerOf(gives: Gives, { amounts }: RemedyDefinition): GivesWriter | undefined {
  const byNames = amounts === refundAmounts ? withAmount : amounts === goodsAmounts ? withGoodsValue : amounts === sayNothing ? alone : {};
  const names = Object.keys(gives).join(",");
  return Object.hasOwn(byNames, names) ? byNames[names] : undefined;
}
