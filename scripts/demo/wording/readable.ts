/** A word of the case file for people: "logistics_delay" → "logistics delay". */
export function readable(word: string): string {
  return word.replaceAll("_", " ");
}

/** An ISO 8601 duration for people: "PT1H30M" → "1 h 30 min", "P3D" → "3 d". */
export function readableDuration(duration: string): string {
  const [, days, hours, minutes, seconds] = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(duration) ?? [];
  const parts = [days && `${days} d`, hours && `${hours} h`, minutes && `${minutes} min`, seconds && `${seconds} s`].filter(Boolean);
  return parts.length === 0 ? duration : parts.join(" ");
}

/** What a remedy gives, for people: { refundPercent: 100, priority: true } → "refund 100%, priority". */
export function readableTerms(gives: Readonly<Record<string, unknown>>): string {
  return Object.entries(gives)
    .map(([key, value]) => {
      if (typeof value === "boolean") return value ? spaced(key) : `no ${spaced(key)}`;
      return key.endsWith("Percent")
        ? `${spaced(key.slice(0, -"Percent".length))} ${termText(value)}%`
        : `${spaced(key)} ${termText(value)}`;
    })
    .join(", ");
}

/** Any value of a case file as one short text. */
export function termText(value: unknown): string {
  if (typeof value === "number" && !Number.isInteger(value)) return value.toFixed(2);
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return String(value);
  if (typeof value !== "object" || value === null) return "–";
  if (isMoney(value)) return moneyText(value);
  if (Array.isArray(value)) return value.map(termText).join(", ");
  return Object.entries(value)
    .map(([key, inner]) => `${spaced(key)}: ${termText(inner)}`)
    .join("; ");
}

/** An amount with its currency. */
export function moneyText(money: { readonly amount: string; readonly currency: string }): string {
  return `${money.amount} ${money.currency}`;
}

/** "nextPurchaseDiscountPercent" → "next purchase discount percent". */
export function spaced(key: string): string {
  return key
    .replaceAll(/([a-z])([A-Z])/g, "$1 $2")
    .replaceAll("_", " ")
    .toLowerCase();
}

function isMoney(value: object): value is { readonly amount: string; readonly currency: string } {
  return "amount" in value && typeof value.amount === "string" && "currency" in value && typeof value.currency === "string";
}
