const minutesPerDay = 1440;

/** Times of day at each hour that a rule names, and a minute before it. */
export function timeOfDayCandidates(hours: readonly unknown[]): string[] {
  return hours.flatMap((hour) => {
    const minutes = typeof hour === "string" ? minutesOf(hour) : undefined;
    return minutes === undefined ? [] : [minutes, minutes - 1].map(format);
  });
}

function minutesOf(hour: string): number | undefined {
  const [hours, minutes] = hour.split(":").map(Number);
  return hours === undefined || minutes === undefined ? undefined : hours * 60 + minutes;
}

function format(minutes: number): string {
  const within = (minutes + minutesPerDay) % minutesPerDay;
  return [Math.floor(within / 60), within % 60].map((part) => String(part).padStart(2, "0")).join(":");
}
