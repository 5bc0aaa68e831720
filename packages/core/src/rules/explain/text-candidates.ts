/** Stands for text that no rule asks for. */
const filler = "…";

/** Texts that begin, end or go on as a rule asks, made of the present one; every combination of the parts asked for. */
export function textCandidates(
  present: unknown,
  parts: readonly { readonly operator: string; readonly text: string }[],
  bases: readonly string[] = [],
): string[] {
  const texts = [...(typeof present === "string" ? [present, "", filler] : ["", filler]), ...bases];
  const of = (operator: string) => ["", ...new Set(parts.filter((part) => part.operator === operator).map(({ text }) => text))];
  const contained = of("contains").slice(1, 7);
  const middles = Array.from({ length: 2 ** contained.length }, (_, bits) => contained.filter((__, index) => (bits & (1 << index)) !== 0));
  const without = contained.reduce((text, part) => text.replaceAll(part, ""), texts[0] as string);
  return [...new Set([...texts, without])].flatMap((text) =>
    of("startsWith").flatMap((start) =>
      of("endsWith").flatMap((end) =>
        middles.map((middle) => {
          const body = [text, ...middle].filter((part) => part !== "").join(" ");
          return `${start}${start !== "" && body.startsWith(start) ? body.slice(start.length) : body}${body.endsWith(end) ? "" : end}`;
        }),
      ),
    ),
  );
}
