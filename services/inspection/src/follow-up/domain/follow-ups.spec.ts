import { describe, expect, it } from '@jest/globals';
import { anId, feb, history, timeZone } from '../../../test/builders.ts';
import { fold } from '../../light/domain/fold.ts';
import { bearsOnDocuments, followUps } from './follow-ups.ts';

/** Documents that follow from facts in shorthand: each with the place of the fact that caused it, and of that which met it. */
function due(shorthand: string): string {
  const { summonses, shutdowns } = followUps('NORMAL', fold(history(shorthand), timeZone).entries);
  const place = (id: string) => parseInt(id.slice(-12), 16);
  return [
    ...summonses.map(({ inspectionId, shutdownId, heldAs }) =>
      ['interview', place(inspectionId ?? shutdownId!), heldAs ? `held ${place(heldAs)}` : ''].join(' ').trim(),
    ),
    ...shutdowns.map(({ inspectionId, lifted }) =>
      ['shutdown', place(inspectionId), lifted ? `lifted ${place(lifted.acceptanceId)}` : ''].join(' ').trim(),
    ),
  ].join(', ');
}

describe('what follows from the history of a firm', () => {
  it.each([
    ['0', ''],
    ['1 0 2 3', ''],
    ['1 1 1', 'interview 3'],
    ['1 1 1 0', 'interview 3'],
    ['1 1 1 I 0', 'interview 3 held 4'],
    ['1 1 1 I 2', 'interview 3 held 4, shutdown 5'],
    ['1 1v 1', ''],
    ['1 1 1 I 2 S 0 A 0', 'interview 3 held 4, shutdown 5 lifted 8'],
    ['1 1 1 I 2 0 A', 'interview 3 held 4'],
    ['1 1 1 I 2 0 A 1 1 1', 'interview 3 held 4, interview 10'],
    ['1 1 1 I 2 X', 'interview 3 held 4, interview 6, shutdown 5'],
    ['1 1 1 I 2 X I 1', 'interview 3 held 4, interview 6 held 7, shutdown 5, shutdown 8'],
    ['1 1 1 I 0 1 1 1', 'interview 3 held 4, interview 8'],
    ['1 1 1 I 2v', 'interview 3 held 4'],
  ])('%s: %s', (shorthand, documents) => {
    expect(due(shorthand)).toBe(documents);
  });

  it('goes on from what was under way', () => {
    const carried = {
      summons: null,
      shutdown: { inspectionId: anId(1), causedAt: feb(4), lifted: null },
    };
    const lifted = { at: feb(6), kind: 'ACCEPTANCE_APPROVED', factId: anId(7), condition: 'NORMAL' } as const;
    expect(followUps('SHUT_DOWN', [lifted], carried)).toEqual({
      summonses: [],
      shutdowns: [{ ...carried.shutdown, lifted: { acceptanceId: anId(7), at: feb(6) } }],
    });
    expect(followUps('INTERVIEW_DUE', [{ ...lifted, kind: 'INSPECTED', condition: 'INTERVIEW_DUE' }])).toEqual({
      summonses: [],
      shutdowns: [],
    });
  });

  it('is not looked at where nothing red came or went', () => {
    const moments = fold(history('1 0 1 1'), timeZone).entries;
    expect([bearsOnDocuments(moments), bearsOnDocuments(fold(history('1 1 1'), timeZone).entries)]).toEqual([
      false,
      true,
    ]);
  });
});
