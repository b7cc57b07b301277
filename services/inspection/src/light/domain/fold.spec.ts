import { describe, expect, it } from '@jest/globals';
import { anId, feb, history, inspected, timeZone } from '../../../test/builders.ts';
import { fold } from './fold.ts';
import { inspectionsAmong } from './light.ts';

function lights(shorthand: string): string {
  const { light, entries } = fold(history(shorthand), timeZone);
  return `${inspectionsAmong(entries)
    .map(({ colour }) => colour[0])
    .join(' ')} · ${light?.condition}`;
}

describe('the light of a firm', () => {
  it.each([
    ['0', 'G · NORMAL'],
    ['1 0 2 3', 'Y G Y Y · NORMAL'],
    ['1 1 1', 'Y Y R · INTERVIEW_DUE'],
    ['1 1 1 0', 'Y Y R R · INTERVIEW_DUE'],
    ['1 1 1 I 0', 'Y Y R G · NORMAL'],
    ['1 1 1 I 2', 'Y Y R R · SHUTDOWN_DRAFTED'],
    ['1 1v 1', 'Y Y · NORMAL'],
    ['1 0 1', 'Y G Y · NORMAL'],
  ])('follows the worked case %s: %s', (shorthand, outcome) => {
    expect(lights(shorthand)).toBe(outcome);
  });

  it.each([
    ['1 1 1 1', 'Y Y R R · INTERVIEW_DUE'],
    ['1 1 1 I', 'Y Y R · INTERVIEW_HELD'],
    ['1 1 1 I 2 0', 'Y Y R R R · SHUTDOWN_DRAFTED'],
    ['1 1 1 I 2 S 0 1', 'Y Y R R R R · SHUT_DOWN'],
    ['1 1 1 I 2 S 0 A 0', 'Y Y R R R G · NORMAL'],
    ['1 1 1 I 2 S A 1', 'Y Y R R Y · NORMAL'],
    ['1 1 1 I 2 0 A', 'Y Y R R R · NORMAL'],
    ['1 1 1 I 2 0 A 1', 'Y Y R R R Y · NORMAL'],
    ['1 1 1 I 2 0 A S', 'Y Y R R R · NORMAL'],
    ['1 1 1 I 2v S 1 0 A 0', 'Y Y R R R G · NORMAL'],
    ['1 1 1 I 2 X 0', 'Y Y R R R · INTERVIEW_DUE'],
    ['1 1 1 I 2 X I 0', 'Y Y R R G · NORMAL'],
    ['1 1 1 I 0 1 1 1', 'Y Y R G Y Y R · INTERVIEW_DUE'],
  ])('goes on from red as the table says: %s: %s', (shorthand, outcome) => {
    expect(lights(shorthand)).toBe(outcome);
  });

  it.each([
    ['1 1v 1 I', 'Y Y · NORMAL'],
    ['1 1 1 I 2v S', 'Y Y R · INTERVIEW_HELD'],
    ['0 A', 'G · NORMAL'],
    ['1 1 1 S A 0', 'Y Y R R · INTERVIEW_DUE'],
  ])('withdraws an interview or a shutdown that no longer follows: %s: %s', (shorthand, outcome) => {
    expect(lights(shorthand)).toBe(outcome);
  });

  it('is none without an inspection that counts', () => {
    expect([fold([], timeZone), fold(history('1v'), timeZone), fold(history('0v I'), timeZone)]).toEqual(
      Array(3).fill({ light: null, entries: [] }),
    );
  });

  it('has since when the colour shines without a break, and the inspection that moved it last', () => {
    const { light, entries } = fold(history('0 0 1 1 0 0'), timeZone);
    expect(light).toEqual({ colour: 'GREEN', run: 0, since: feb(5), condition: 'NORMAL', causedBy: anId(5) });
    const seen = entries.map((one) => [one.day, one.at, one.colour, one.run, one.since, one.factId, one.causedBy]);
    expect(seen).toEqual([
      ['2020-02-01', feb(1), 'GREEN', 0, feb(1), anId(1), anId(1)],
      ['2020-02-02', feb(2), 'GREEN', 0, feb(1), anId(2), anId(1)],
      ['2020-02-03', feb(3), 'YELLOW', 1, feb(3), anId(3), anId(3)],
      ['2020-02-04', feb(4), 'YELLOW', 2, feb(3), anId(4), anId(4)],
      ['2020-02-05', feb(5), 'GREEN', 0, feb(5), anId(5), anId(5)],
      ['2020-02-06', feb(6), 'GREEN', 0, feb(5), anId(6), anId(5)],
    ]);
  });

  it('stays red since the first red through interview, shutdown and passes, and turns green at the acceptance', () => {
    expect(fold(history('1 1 1 0 I 2 S 0'), timeZone).light).toEqual({
      colour: 'RED',
      run: 3,
      since: feb(3),
      condition: 'SHUT_DOWN',
      causedBy: anId(6),
    });
    expect(fold(history('1 1 1 I 2 S A'), timeZone).light).toEqual({
      colour: 'GREEN',
      run: 0,
      since: feb(4, 18),
      condition: 'NORMAL',
      causedBy: anId(5),
    });
  });

  it('turns red at the run that the rulebook of the inspection says', () => {
    const strict = [1, 2].map((day) => inspected({ id: anId(day), at: feb(day), passed: false, redAtRun: 2 }));
    expect(fold(strict, timeZone).entries.map(({ colour }) => colour)).toEqual(['YELLOW', 'RED']);
  });

  it.each([
    [
      '0 1 1 1 0 I 0',
      'RULES_MET RULES_UNMET RULES_UNMET UNMET_IN_A_ROW INTERVIEW_AWAITED INTERVIEW_HELD MENDED_AFTER_INTERVIEW',
    ],
    [
      '1 1 1 I 2 0 X',
      'RULES_UNMET RULES_UNMET UNMET_IN_A_ROW INTERVIEW_HELD NOT_MENDED_AFTER_INTERVIEW SHUTDOWN_AWAITED SHUTDOWN_REFUSED',
    ],
    [
      '1 1 1 I 2 S 1 A',
      'RULES_UNMET RULES_UNMET UNMET_IN_A_ROW INTERVIEW_HELD NOT_MENDED_AFTER_INTERVIEW SHUTDOWN_SIGNED ACCEPTANCE_AWAITED ACCEPTANCE_APPROVED',
    ],
    ['0 I 1', 'RULES_MET RULES_UNMET'],
  ])(
    'says of each entry why it is what it is, and of a step that changes nothing nothing: %s',
    (shorthand, reasons) => {
      expect(
        fold(history(shorthand), timeZone)
          .entries.map(({ reason }) => reason)
          .join(' '),
      ).toBe(reasons);
    },
  );

  it('names at a step the inspection that counted last', () => {
    const { entries } = fold(history('1 1 1 0 I'), timeZone);
    expect(entries.at(-1)).toEqual({
      day: '2020-02-04',
      at: feb(4, 18),
      kind: 'INTERVIEW_HELD',
      factId: anId(5),
      inspectionId: anId(4),
      colour: 'RED',
      run: 3,
      since: feb(3),
      condition: 'INTERVIEW_HELD',
      causedBy: anId(3),
      reason: 'INTERVIEW_HELD',
    });
  });
});
