import type { Tx } from '@qifutong/persistence/database';

export interface HeardTown {
  readonly creditCode: string;
  readonly townCode: string;
  /** of the firm in the register: what it said later is of a higher one */
  readonly version: number;
}

// who enrols and who hears take turns: else each would miss what the other is writing
const IN_TURN = `select pg_advisory_xact_lock(hashtext('firm town ' || current_schema() || $1))`;
const KEEP = `insert into firm_town as known (credit_code, town_code, version) values ($1, $2, $3)
  on conflict (credit_code) do update set town_code = excluded.town_code, version = excluded.version
  where known.version < excluded.version returning credit_code`;

/** @returns false when as much, or more, was heard before */
export async function keepTown(tx: Tx, { creditCode, townCode, version }: HeardTown): Promise<boolean> {
  await tx.manager.query(IN_TURN, [creditCode]);
  const kept: unknown[] = await tx.manager.query(KEEP, [creditCode, townCode, version]);
  return kept.length > 0;
}

/** What the register said last, null when nothing was heard of the firm. Nothing more is heard of it until the transaction ends. */
export async function townHeard(tx: Tx, creditCode: string): Promise<string | null> {
  await tx.manager.query(IN_TURN, [creditCode]);
  const rows: { town_code: string }[] = await tx.manager.query(
    'select town_code from firm_town where credit_code = $1',
    [creditCode],
  );
  return rows[0]?.town_code ?? null;
}
