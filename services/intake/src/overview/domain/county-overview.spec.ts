import { describe, expect, it } from '@jest/globals';
import { countyOverview, type MapCounts } from './county-overview.ts';

const [here, there] = ['330226110', '330226202'];
const aMove = (what: Partial<MapCounts['moves'][number]> = {}): MapCounts['moves'][number] => ({
  today: true,
  fromStatus: null,
  fromTownCode: null,
  toStatus: 'REGISTERED',
  townCode: here,
  count: 1,
  ...what,
});
const counts: MapCounts = {
  firms: [
    { townCode: here, count: 7 },
    { townCode: there, count: 5 },
  ],
  open: [
    { townCode: here, status: 'SOLVED', count: 3, overdue: 2 },
    { townCode: here, status: 'REGISTERED', count: 4, overdue: 0 },
  ],
  reports: [{ townCode: here, count: 6 }],
  calls: [{ townCode: null, count: 9 }],
  stock: [
    { townCode: here, total: 100, writtenOff: 90 },
    { townCode: there, total: 10, writtenOff: 10 },
  ],
  moves: [
    aMove({ count: 4 }),
    aMove({ fromStatus: 'SOLVED', fromTownCode: here, toStatus: 'WRITTEN_OFF', count: 2 }),
    aMove({ fromStatus: 'WRITTEN_OFF', fromTownCode: here, toStatus: 'REOPENED' }),
    aMove({ fromStatus: 'SOLVED', fromTownCode: here, toStatus: 'SOLVED', townCode: there }),
    aMove({ today: false, count: 3 }),
  ],
};
const nothing = {
  firms: 0,
  open: 0,
  openByStatus: [],
  overdueCallbacks: 0,
  registeredToday: 0,
  writtenOffToday: 0,
  reportsToday: 0,
  callsToday: 0,
  registeredSoFar: 0,
  writtenOffSoFar: 0,
};

describe('the map', () => {
  it('shows each town, what belongs to none, and the county as their sum', () => {
    const { towns, ...county } = countyOverview(counts, [here, there], null);
    expect(towns).toEqual([
      {
        townCode: here,
        firms: 7,
        open: 7,
        openByStatus: [
          { status: 'REGISTERED', count: 4 },
          { status: 'SOLVED', count: 3 },
        ],
        overdueCallbacks: 2,
        registeredToday: 4,
        writtenOffToday: 2,
        reportsToday: 6,
        callsToday: 0,
        registeredSoFar: 106,
        writtenOffSoFar: 91,
      },
      { ...nothing, townCode: there, firms: 5, registeredSoFar: 11, writtenOffSoFar: 10 },
      { ...nothing, townCode: null, callsToday: 9 },
    ]);
    expect(county).toMatchObject({ firms: 12, open: 7, registeredSoFar: 117, writtenOffSoFar: 101, callsToday: 9 });
  });

  it('shows somebody who is confined to a town that town, also as the whole', () => {
    const { towns, ...county } = countyOverview(counts, [here, there], there);
    expect([towns, county]).toEqual([
      [{ townCode: there, ...county }],
      towns.map(({ townCode: _, ...place }) => place)[0],
    ]);
  });
});
