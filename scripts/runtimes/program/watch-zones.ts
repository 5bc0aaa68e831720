/**
 * Notes of which zones the runtime's own data is asked for a wall clock from now on; with pinned zone data there must be none. Whether a
 * name is a zone at all may be asked: a formatter with nothing but the zone.
 */
export function watchZones(): () => readonly string[] {
  const asked = new Set<string>();
  const { DateTimeFormat } = Intl;
  const watched = new Proxy(DateTimeFormat, {
    construct(target, [locale, options]: [string | undefined, Intl.DateTimeFormatOptions | undefined]) {
      const { timeZone, ...more } = options ?? {};
      if (timeZone !== "UTC" && !(timeZone !== undefined && Object.keys(more).length === 0)) asked.add(timeZone ?? "the machine's own");
      return new target(locale, options);
    },
    apply: (target, _, [locale, options]: [string | undefined, Intl.DateTimeFormatOptions | undefined]) => new target(locale, options),
  });
  Intl.DateTimeFormat = watched;
  return () => {
    Intl.DateTimeFormat = DateTimeFormat;
    return [...asked].sort();
  };
}
