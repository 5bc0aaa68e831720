const pattern = /^([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?$/;

/** Seconds after midnight of `"HH:MM"` or `"HH:MM:SS"`; `"24:00"` is the end of the day; `undefined` for anything else. */
export function readTimeOfDay(text: string): number | undefined {
  if (text === "24:00" || text === "24:00:00") return 86_400;
  const parts = pattern.exec(text);
  if (parts === null) return undefined;
  return Number(parts[1]) * 3600 + Number(parts[2]) * 60 + Number(parts[3] ?? 0);
}

/** `"HH:MM"`, or `"HH:MM:SS"` where the seconds aren't zero. */
export function formatTimeOfDay(secondsOfDay: number): string {
  const parts = [Math.floor(secondsOfDay / 3600), Math.floor(secondsOfDay / 60) % 60];
  if (secondsOfDay % 60 !== 0) parts.push(secondsOfDay % 60);
  return parts.map((part) => String(part).padStart(2, "0")).join(":");
}
