import { describe, expect, it } from '@jest/globals';
import { aTask } from '../../../test/builders.ts';
import { nameFirm } from './name-firm.ts';

const firm = { firmCreditCode: '91330226MA000170P0', townCode: '330226110' };

describe('naming the firm of a task', () => {
  it('says whose it is and where', () => {
    const task = aTask({ firmCreditCode: null, townCode: null });
    expect(nameFirm(task, firm)).toEqual({ state: { ...task, ...firm }, events: [] });
  });

  it('keeps the town that was said, and the firm that is known', () => {
    const [placed, known] = [aTask({ firmCreditCode: null, townCode: '330226201' }), aTask({})];
    expect(nameFirm(placed, firm).state.townCode).toBe('330226201');
    expect(nameFirm(known, firm)).toEqual({ state: known, events: [] });
  });
});
