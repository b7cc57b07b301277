import type { Cell, Moves, Standing } from './account.ts';

/** How many issues the register has under one task force, town and channel, and how many of them are written off. */
export interface Stock extends Cell {
  readonly total: number;
  readonly writtenOff: number;
}

function nameOf({ taskForce, townCode, channel }: Cell): string {
  return JSON.stringify([taskForce, townCode, channel]);
}

/** The stock after so many moves: what the cumulative closure rate is read from, without counting the register anew. */
export function stockAfter(before: readonly Stock[], moves: readonly Moves[]): Stock[] {
  const cells = new Map(before.map((cell) => [nameOf(cell), cell]));
  const add = ({ status, taskForce, townCode }: Standing, channel: Cell['channel'], count: number) => {
    const cell = { taskForce, townCode, channel };
    const { total, writtenOff } = cells.get(nameOf(cell)) ?? { total: 0, writtenOff: 0 };
    const off = status === 'WRITTEN_OFF' ? count : 0;
    cells.set(nameOf(cell), { ...cell, total: total + count, writtenOff: writtenOff + off });
  };
  for (const { from, to, channel, count } of moves) {
    if (from !== null) add(from, channel, -count);
    add(to, channel, count);
  }
  return [...cells.values()].filter(({ total, writtenOff }) => total !== 0 || writtenOff !== 0);
}
