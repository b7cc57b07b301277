const TABLE = '[\\w".]+';
/** A running number that is drawn ahead is no change: it may be left out (`drawNumbers`). */
const WRITES = new RegExp(
  `\\b(?:insert\\s+into\\s+(?!number_series\\b)|delete\\s+from\\b|merge\\s+into\\b|truncate\\b|update\\s+(?:only\\s+)?${TABLE}(?:\\s+(?:as\\s+)?\\w+)?\\s+set\\b)`,
  'i',
);

/** A statement that writes and stands alone: no transaction could make an entry of what it changes. */
export class LoneWrite extends Error {
  override readonly name = 'LoneWrite';
}

/** @throws LoneWrite when the statement, which is sent outside of a transaction, would write */
export function refuseLoneWrite(sql: string): void {
  const written = WRITES.exec(sql);
  if (written) throw new LoneWrite(`a write outside of Database.transaction: ${written[0].trim()}`);
}
