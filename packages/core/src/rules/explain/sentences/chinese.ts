import type { ExplainedCondition } from "../explained-condition.js";
import type { LostTo } from "../explanation.js";
import type { Bound, FactChange, Threshold, Wanted, WantedCondition } from "../fact-change.js";
import { inForce } from "../candidate-values.js";
import { type OperatorWords, operatorPhrase } from "./operator-phrase.js";
import { plainValue } from "./plain-value.js";
import type { Wording } from "./wording.js";

const words = { separator: "、", empty: "空列表", yes: "“是”", no: "“否”" };
const show = (value: unknown): string => plainValue(value, words);

/** What the fact catalogue counts in, with the measure words of Chinese. */
const units: Readonly<Record<string, string>> = {
  days: "天",
  hours: "小时",
  minutes: "分钟",
  seconds: "秒",
  points: "分",
  percent: "%",
  claims: "次索赔",
  orders: "单",
  words: "个词",
  marks: "个",
  issues: "个问题",
  amounts: "笔金额",
  ratio: "",
  share: "",
};

const unknown = {
  conditions: "该规则条件过多，无法算出怎样才会命中。",
  work: "要算出怎样才会命中耗时过长，未作计算。",
  values: "无法算出怎样才会命中：其比较所能区分的值无法逐一尝试。",
} as const;

/** Chinese, for a policy lead in operations. */
export const chinese: Wording = {
  decided: ({ policy, decide, total }, rules) => {
    if (rules.length === 0) return `策略 ${policy} 没有任何规则命中。`;
    const names = rules.map(({ rule }) => `“${rule}”`).join("、");
    const sum = total === undefined ? "" : `合计 ${total} 分。`;
    return `策略 ${policy} 按规则${names}作出决定${decide === "first" && rules.length === 1 ? "（最先命中）" : ""}。${sum}`;
  },
  fired: ({ rule }) => `规则“${rule}”命中。`,
  because: (reason) => `理由：“${reason}”`,
  saw: (condition) =>
    condition.result === undefined && condition.observed === undefined
      ? `${subject(condition)} 未检查，${required(condition)}。`
      : `${subject(condition)} ${isNow(condition)}，${required(condition)}${verdict(condition)}。`,
  lost: (rule, to) => `规则“${rule}”也命中了，但${to === undefined ? "未被采用" : lostBy(to)}。`,
  missed: (rule) => `规则“${rule}”没有命中。`,
  outOfForce: ({ effectiveFrom, effectiveTo, datedBy, at }, onlyDates) => {
    const from = effectiveFrom === undefined ? "" : `自 ${effectiveFrom} 起`;
    const to = effectiveTo === undefined ? "" : `${from === "" ? "" : "，"}${effectiveTo} 之前`;
    const now = at === undefined ? `缺少日期 ${datedBy.join(" 或 ")}` : `而本案日期为 ${at}`;
    return `该规则${from}${to}有效，${now}${onlyDates ? "；除此之外条件均已满足" : ""}。`;
  },
  lacks: (facts) => `该规则的结果需要 ${facts.join("、")}，目前缺失。`,
  change: (change) => `${subject(change)} ${isNow(change)}，需要${wantedWords(change)}。`,
  changes: (count, approximate) => `只要以下 ${count} 项改变，该规则就会命中${approximate && count > 1 ? "（可能还有更少的改法）" : ""}：`,
  unchangeable: ({ never, unsearched }) => (never === true ? "无论事实如何，该规则都不可能命中。" : unknown[unsearched ?? "values"]),
  skipped: (name) => `条件“${name}”未检查。`,
  moreMissed: (count) => `另有 ${count} 条规则没有命中。`,
};

function subject({ fact, path }: { readonly fact: string; readonly path?: string }): string {
  return path === undefined ? fact : `${fact} ${path}`;
}

function isNow({ observed, unit }: { readonly observed?: unknown; readonly unit?: string }): string {
  if (observed === undefined) return "缺失";
  return typeof observed === "number" && unit !== undefined ? `为 ${counted(observed, unit)}` : `为 ${show(observed)}`;
}

function counted(value: number, unit: string): string {
  const word = Object.hasOwn(units, unit) ? (units[unit] as string) : unit;
  return word === "" || word === "%" ? `${value}${word}` : `${value} ${word}`;
}

function named({ value, parameter, fact }: Threshold): string {
  if (parameter !== undefined) return `${show(value)}（参数 ${parameter}）`;
  return fact === undefined ? show(value) : `${show(value)}（${fact}）`;
}

function wantedWords(change: FactChange): string {
  const wanted = sentenceOf(change.wanted);
  const { kind } = change.wanted;
  if (kind === "example") return change.value === undefined ? wanted : `${wanted}，例如 ${show(change.value)}`;
  const needsExample = (kind === "noneOf" || kind === "conditions") && change.value !== undefined;
  return needsExample ? `${wanted}，例如 ${show(change.value)}` : wanted;
}

function sentenceOf(wanted: Wanted): string {
  switch (wanted.kind) {
    case "range":
      return [bound(wanted.from, "不少于", "大于"), bound(wanted.to, "不超过", "小于")].filter((part) => part !== "").join("且");
    case "oneOf":
      return wanted.values.length === 1 ? `为 ${wanted.values.map(named).join("")}` : `为 ${wanted.values.map(named).join("、")} 之一`;
    case "noneOf":
      return `不是 ${wanted.values.map(named).join("、")}`;
    case "present":
      return "有值";
    case "absent":
      return "为空（缺失）";
    case "conditions":
      return wanted.conditions.map(conditionWords).join("且");
    case "anyOf":
      return wanted.alternatives.map(sentenceOf).join("，或者");
    case "example":
      return "为其他值";
    case "dated":
      return [wanted.from === undefined ? "" : `不早于 ${wanted.from}`, wanted.to === undefined ? "" : `早于 ${wanted.to}`]
        .filter((part) => part !== "")
        .join("且");
  }
}

function bound(given: Bound | undefined, inclusive: string, exclusive: string): string {
  return given === undefined ? "" : `${given.inclusive ? inclusive : exclusive} ${named(given)}`;
}

function conditionWords({ operator, threshold, holds }: WantedCondition): string {
  return operatorPhrase(operatorWords, operator, named(threshold), threshold.value, holds);
}

/** What a comparison asks for, after 需要. */
const operatorWords: OperatorWords = {
  show,
  list: (quantity, inner, holds) => `${holds ? "" : "不是"}列表且其中${quantity === "some" ? "至少有一项" : "每一项都"}${inner}`,
  or: "或",
  and: "且",
  holding: (value, holds) => `${holds ? "" : "不"}包含 ${value}`,
  edge: (value, place, holds) => `使 ${value} ${holds ? "" : "不"}以其${place === "start" ? "开头" : "结尾"}`,
  plain: undecorated,
};

function undecorated(plain: string, value: string, constant: unknown, yes: boolean): string {
  const bounds = Array.isArray(constant) ? constant.map(show) : [];
  switch (plain) {
    case "equal":
      return yes ? `为 ${value}` : `不是 ${value}`;
    case "notEqual":
      return yes ? `不是 ${value}` : `为 ${value}`;
    case "in":
      if (typeof constant === "string") return yes ? `为 ${value} 的一部分` : `不是 ${value} 的一部分`;
      return yes ? `为 ${value} 之一` : `不在 ${value} 之中`;
    case "notIn":
      if (typeof constant === "string") return yes ? `不是 ${value} 的一部分` : `为 ${value} 的一部分`;
      return yes ? `不在 ${value} 之中` : `为 ${value} 之一`;
    case "lessThan":
      return yes ? `小于 ${value}` : `不小于 ${value}`;
    case "lessThanInclusive":
      return yes ? `不超过 ${value}` : `大于 ${value}`;
    case "greaterThan":
      return yes ? `大于 ${value}` : `不超过 ${value}`;
    case "greaterThanInclusive":
      return yes ? `不少于 ${value}` : `小于 ${value}`;
    case "between":
      return `${yes ? "" : "不"}在 ${bounds[0]} 到 ${bounds[1]} 之间`;
    case "isPresent":
      return (constant === true) === yes ? "有值" : "为空（缺失）";
    case "contains":
      return `${yes ? "" : "不"}包含 ${value}`;
    case "doesNotContain":
      return `${yes ? "不" : ""}包含 ${value}`;
    case "containsAny":
      return yes ? `至少包含 ${value} 之一` : `不包含 ${value} 中的任何一个`;
    case "containsAll":
      return yes ? `全部包含 ${value}` : `不全部包含 ${value}`;
    case "startsWith":
      return `${yes ? "" : "不"}以 ${value} 开头`;
    case "endsWith":
      return `${yes ? "" : "不"}以 ${value} 结尾`;
    case "matches":
      return `${yes ? "" : "不"}匹配 ${value}`;
    case "withinHours":
      return `${yes ? "" : "不"}在 ${bounds[0]} 至 ${bounds[1]} 之间（不含后者）`;
    case inForce:
      return `${yes ? "" : "不"}在规则有效期内`;
    default:
      return `${yes ? "满足" : "不满足"}“${plain} ${value}”`;
  }
}

function required({ operator, expected, expectedFact, parameters }: ExplainedCondition): string {
  const parameter = parameters === undefined ? "" : `（参数 ${parameters.join("、")}）`;
  const value = expectedFact === undefined ? show(expected) : `${show(expected)}（${expectedFact}）`;
  return `要求${operatorPhrase(operatorWords, operator, value, expected, true)}${parameter}`;
}

function verdict({ result }: ExplainedCondition): string {
  return result === undefined ? "（未检查）" : result ? "，已满足" : "，未满足";
}

function lostBy({ rule, by }: LostTo): string {
  switch (by) {
    case "priority":
      return `规则“${rule}”优先级更高`;
    case "order":
      return `规则“${rule}”排在它前面`;
    case "stricter":
      return `规则“${rule}”更严格`;
    case "moreSpecific":
      return `规则“${rule}”的条件更具体`;
    case "group":
      return `同组的规则“${rule}”分量更大`;
  }
}
