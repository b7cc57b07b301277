import { describe, expect, it } from '@jest/globals';
import { aTask } from '../../../test/builders.ts';
import { forgetFirm } from './forget-firm.ts';

const wrong = { firmCreditCode: '91330226MA000170P0', townCode: '330226110' };

describe('a task of an issue that was matched wrongly', () => {
  it('is nobody’s, where it was said to be', () => {
    const task = aTask(wrong);
    expect(forgetFirm(task, { ...wrong, townCode: '330226201' })).toEqual({
      state: { ...task, firmCreditCode: null, townCode: '330226201' },
      events: [],
    });
  });

  it('is left alone where it is another firm’s already', () => {
    const task = aTask({});
    expect(forgetFirm(task, wrong)).toEqual({ state: task, events: [] });
  });
});
