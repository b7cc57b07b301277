export const isMissed = (dueAt: Date, now: Date) => now > dueAt;
