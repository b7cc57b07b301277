const DAY_MS = 86_400_000;

/** The county day that comes so many days after another. */
export function dayAfter(day: string, days = 1): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The first day that is to be closed: the one after the last closed, else the register's opening day; null while there is none or it still runs. */
export function dueDay(lastClosed: string | null, openingDay: string | null, today: string): string | null {
  const next = lastClosed === null ? openingDay : dayAfter(lastClosed);
  return next !== null && next < today ? next : null;
}
