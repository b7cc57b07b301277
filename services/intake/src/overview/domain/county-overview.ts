import { closedStatuses } from '@qifutong/contracts/fields';

type ByTown<T> = T & { readonly townCode: string | null };

/** What was counted for the map, by town; null: issues whose town is not known. */
export interface MapCounts {
  readonly firms: readonly ByTown<{ readonly count: number }>[];
  readonly open: readonly ByTown<{ readonly status: string; readonly count: number; readonly overdue: number }>[];
  readonly reports: readonly ByTown<{ readonly count: number }>[];
  readonly calls: readonly ByTown<{ readonly count: number }>[];
  /** the register at the end of the last frozen day */
  readonly stock: readonly ByTown<{ readonly total: number; readonly writtenOff: number }>[];
  /** moves booked on days that are not frozen */
  readonly moves: readonly OpenMoves[];
}

interface OpenMoves {
  readonly today: boolean;
  readonly fromStatus: string | null;
  readonly fromTownCode: string | null;
  readonly toStatus: string;
  readonly townCode: string | null;
  readonly count: number;
}

export interface PlaceOverview {
  readonly firms: number;
  readonly open: number;
  readonly openByStatus: readonly { readonly status: string; readonly count: number }[];
  readonly overdueCallbacks: number;
  readonly registeredToday: number;
  readonly writtenOffToday: number;
  readonly reportsToday: number;
  readonly callsToday: number;
  readonly registeredSoFar: number;
  readonly writtenOffSoFar: number;
}

export type TownOverview = ByTown<PlaceOverview>;

function sum<T>(rows: readonly T[], count: (row: T) => number): number {
  return rows.reduce((total, row) => total + count(row), 0);
}

const writtenOff = (status: string | null) => (status === 'WRITTEN_OFF' ? 1 : 0);

/** The register: as it was frozen last, and what came and went since. */
function soFar({ stock, moves }: MapCounts, here: (townCode: string | null) => boolean) {
  const frozen = stock.filter(({ townCode }) => here(townCode));
  const came = moves.filter(({ townCode }) => here(townCode));
  const left = moves.filter((move) => move.fromStatus !== null && here(move.fromTownCode));
  const all = ({ count }: OpenMoves) => count;
  return {
    registeredSoFar: sum(frozen, ({ total }) => total) + sum(came, all) - sum(left, all),
    writtenOffSoFar:
      sum(frozen, (cell) => cell.writtenOff) +
      sum(came, ({ toStatus, count }) => writtenOff(toStatus) * count) -
      sum(left, ({ fromStatus, count }) => writtenOff(fromStatus) * count),
  };
}

function place(counts: MapCounts, here: (townCode: string | null) => boolean): PlaceOverview {
  const of = <T extends { readonly townCode: string | null }>(rows: readonly T[]) =>
    rows.filter((row) => here(row.townCode));
  const open = of(counts.open);
  const today = of(counts.moves).filter((move) => move.today);
  const struckOff = today.filter((move) => move.toStatus === 'WRITTEN_OFF' && !isClosed(move.fromStatus));
  const byStatus = Map.groupBy(open, ({ status }) => status);
  return {
    firms: sum(of(counts.firms), ({ count }) => count),
    open: sum(open, ({ count }) => count),
    openByStatus: [...byStatus]
      .map(([status, rows]) => ({ status, count: sum(rows, ({ count }) => count) }))
      .toSorted((a, b) => (a.status < b.status ? -1 : 1)),
    overdueCallbacks: sum(open, ({ overdue }) => overdue),
    registeredToday: sum(
      today.filter((move) => move.fromStatus === null),
      ({ count }) => count,
    ),
    writtenOffToday: sum(struckOff, ({ count }) => count),
    reportsToday: sum(of(counts.reports), ({ count }) => count),
    callsToday: sum(of(counts.calls), ({ count }) => count),
    ...soFar(counts, here),
  };
}

function isClosed(status: string | null): boolean {
  return (closedStatuses as readonly (string | null)[]).includes(status);
}

export interface CountyOverview extends PlaceOverview {
  readonly towns: readonly TownOverview[];
}

/**
 * 挂图作战: the county, and each of its towns.
 * @param confinedTo the town of somebody who sees that one alone; null for the county
 */
export function countyOverview(counts: MapCounts, towns: readonly string[], confinedTo: string | null): CountyOverview {
  const seen = confinedTo === null ? towns : towns.filter((code) => code === confinedTo);
  const unknown = place(counts, (code) => code === null);
  const nowhere = confinedTo === null && (unknown.registeredSoFar > 0 || unknown.callsToday > 0);
  return {
    ...place(counts, (code) => confinedTo === null || code === confinedTo),
    towns: [
      ...seen.map((townCode) => ({ townCode, ...place(counts, (code) => code === townCode) })),
      ...(nowhere ? [{ townCode: null, ...unknown }] : []),
    ],
  };
}
