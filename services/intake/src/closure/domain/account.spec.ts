import { describe, expect, it } from '@jest/globals';
import { figuresOf } from '../../../test/counted.ts';
import { account, difference, nothing, perLine, violations, type Day, type Moves, type Standing } from './account.ts';

const aStanding = (status: string, what: Partial<Standing> = {}): Standing => ({
  status,
  taskForce: null,
  townCode: '330226110',
  ...what,
});
const moved = (from: Standing | null, to: Standing, count = 1): Moves => ({ from, to, channel: 'HOTLINE', count });
const aDay = (what: Partial<Day> = {}): Day => ({
  carriedIn: [],
  moves: [],
  carriedOver: [],
  reports: [],
  calls: [],
  callbacks: [],
  ...what,
});
const [registered, solved, reopened] = ['REGISTERED', 'SOLVED', 'REOPENED'].map((status) => aStanding(status)) as [
  Standing,
  Standing,
  Standing,
];
/** What the overall line says that is not nothing. */
function overall(day: Partial<Day>): object {
  return Object.fromEntries(Object.entries(figuresOf(account(aDay(day))[0]!)).filter(([, count]) => count !== 0));
}

describe('a move is counted', () => {
  it.each<[string, Standing | null, Standing, object]>([
    ['a registration', null, registered, { registered: 1 }],
    ['history that was closed when it was loaded', null, aStanding('WRITTEN_OFF'), { registered: 1, writtenOff: 1 }],
    ['a write-off', solved, aStanding('WRITTEN_OFF'), { writtenOff: 1 }],
    ['a merge', registered, aStanding('MERGED'), { merged: 1 }],
    ['a rejection', registered, aStanding('REJECTED'), { rejected: 1 }],
    ['a write-off that is taken back', aStanding('WRITTEN_OFF'), reopened, { readmitted: 1 }],
    ['a rejection that is taken back', aStanding('REJECTED'), reopened, { readmitted: 1 }],
    ['an un-merging', aStanding('MERGED'), aStanding('IN_PROGRESS'), { readmitted: 1 }],
    ['a callback that was not settled, beside the identity', solved, reopened, { reopened: 1 }],
    ['the same of an answer on the spot', aStanding('ANSWERED'), reopened, { reopened: 1 }],
    ['a dispatch, not at all', registered, aStanding('DISPATCHED'), {}],
    ['the town of a closed issue, not at all', aStanding('REJECTED'), aStanding('REJECTED', { townCode: null }), {}],
  ])('%s', (_, from, to, figures) => {
    expect(overall({ moves: [moved(from, to)] })).toEqual(figures);
  });
});

describe('a line of a task force or a town', () => {
  const labour = aStanding('IN_PROGRESS', { taskForce: 'LABOUR' });
  const lineOf = (day: Partial<Day>, dimension: string, key: string) =>
    account(aDay(day)).find((line) => line.dimension === dimension && line.key === key);

  it('loses an open issue to another line, and the account over all does not notice', () => {
    const moves = [moved(labour, { ...labour, taskForce: 'TESTING' }, 2)];
    expect(lineOf({ moves }, 'TASK_FORCE', 'LABOUR')).toMatchObject({ ...nothing, movedOut: 2 });
    expect(lineOf({ moves }, 'TASK_FORCE', 'TESTING')).toMatchObject({ ...nothing, movedIn: 2 });
    expect(overall({ moves })).toEqual({});
  });

  it('keeps what was closed in it, whatever the closing changed', () => {
    const moves = [moved(labour, aStanding('WRITTEN_OFF'))];
    expect(lineOf({ moves }, 'TASK_FORCE', 'LABOUR')).toMatchObject({ ...nothing, writtenOff: 1 });
    expect(lineOf({ moves }, 'TASK_FORCE', '')).toBeUndefined();
  });

  it('answers for the reopening of what it had solved', () => {
    const moves = [moved({ ...labour, status: 'SOLVED' }, reopened)];
    expect(lineOf({ moves }, 'TASK_FORCE', 'LABOUR')).toMatchObject({ ...nothing, movedOut: 1, reopened: 1 });
    expect(lineOf({ moves }, 'TASK_FORCE', '')).toMatchObject({ ...nothing, movedIn: 1 });
  });
});

describe('the identity', () => {
  const cell = { taskForce: null, townCode: '330226110', channel: 'HOTLINE' } as const;

  it('holds in every line of a day that is whole', () => {
    const day = aDay({
      carriedIn: perLine([{ ...cell, count: 3 }]),
      moves: [moved(null, registered, 2), moved(solved, aStanding('WRITTEN_OFF'))],
      carriedOver: [{ ...cell, count: 4 }],
    });
    expect(account(day).map(difference)).toEqual([0, 0, 0, 0]);
    expect(violations(account(day))).toEqual([]);
  });

  it('is violated by one issue that nobody moved and nobody carries over, in each of its lines', () => {
    const day = aDay({ carriedIn: perLine([{ ...cell, count: 3 }]), carriedOver: [{ ...cell, count: 2 }] });
    expect(violations(account(day))).toEqual([
      { dimension: 'OVERALL', key: '', difference: 1 },
      { dimension: 'TASK_FORCE', key: '', difference: 1 },
      { dimension: 'TOWN', key: '330226110', difference: 1 },
      { dimension: 'CHANNEL', key: 'HOTLINE', difference: 1 },
    ]);
  });
});
