/** A number as people write it who divide thousands, or put a comma before decimals. */
export interface ForeignNumber {
  /** As it stands. */
  readonly text: string;
  readonly fix: string;
}

const written = /^-?\d+(?:[.,'’]\d+|[ \u00A0\u202F]\d{3}(?!\d))+/;
const ofJson = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;

/**
 * The number that stands at the beginning of a text in a form that JSON has not, such as `1,000` or `30,5`. In a list a comma and a
 * space divide its members, so there only what no list of numbers could be is taken for one number.
 */
export function foreignNumber(text: string, place: "member" | "element"): ForeignNumber | undefined {
  const [found] = written.exec(text) ?? [];
  if (found === undefined || ofJson.test(found) || /^(?:[\p{L}\p{N}_.]|\s*:)/u.test(text.slice(found.length))) return undefined;
  if (place === "element" && (/\s/.test(found) || found.split(",").every((part) => ofJson.test(part)))) return undefined;
  const isNegative = found.startsWith("-");
  const digits = isNegative ? found.slice(1) : found;
  const fix = fixOf(digits, isNegative ? "-" : "", place);
  return fix === undefined ? undefined : { text: found, fix };
}

const isGrouped = (groups: readonly string[]): boolean =>
  /^[1-9]\d{0,2}$/.test(groups[0] as string) && groups.slice(1).every((group) => group.length === 3);

function fixOf(digits: string, sign: string, place: "member" | "element"): string | undefined {
  const separators = digits.match(/\D/g) ?? [];
  const last = separators.at(-1) as string;
  const groups = digits.split(/\D/);
  const thousands = new Set(separators.slice(0, -1));
  if (new Set(separators).size === 1 && isGrouped(groups)) {
    const whole = `write ${sign}${groups.join("")}, without separators of thousands`;
    return last === "," && groups.length === 2 && place === "member"
      ? `${whole}, or ${sign}${groups.join(".")} if the comma stands before decimals`
      : whole;
  }
  if (place === "element") return undefined;
  const [whole, decimals] = [groups.slice(0, -1), groups.at(-1) as string];
  const isDecimal = (last === "," || last === ".") && !thousands.has(last) && thousands.size <= 1;
  if (!isDecimal || (whole.length > 1 ? !isGrouped(whole) : !/^(?:0|[1-9]\d*)$/.test(whole[0] as string))) return undefined;
  return `write ${sign}${whole.join("")}.${decimals}, with a point before decimals${whole.length > 1 ? " and no separators of thousands" : ""}`;
}
