const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  formatters.set(timeZone, made);
  return made;
}

/**
 * The county's calendar day on which an instant falls.
 * @param timeZone an IANA name, e.g. Asia/Shanghai
 * @returns `YYYY-MM-DD`
 */
export function countyDay(instant: Date, timeZone: string): string {
  return formatter(timeZone).format(instant);
}

/** The day without dashes, as numbers of issues and notices carry it: `20200214`. */
export function compactDay(day: string): string {
  return day.replaceAll('-', '');
}
