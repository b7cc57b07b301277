import { describe, expect, it } from '@jest/globals';
import { read } from '../reading.ts';
import { guessUrgency } from './guess-urgency.ts';

describe('a report cannot wait', () => {
  it.each([
    ['锅炉房冒烟了', ['有人身危险:“冒烟”(1.00)']],
    ['女工量出来38.5度,怎么办', ['有人发热或接触确诊:“38.5”(0.90)']],
    ['大巴停在半路上,车上没水喝', ['有人困在路上或露天:“停在半路上”(0.80)']],
    ['饲料今晚吃完,明早鸡就要饿死', ['时间将尽,就要受损:“今晚吃完,明早鸡就要饿死”(0.90)']],
  ])('%s', (text, reasons) => {
    const guess = guessUrgency(read(text));
    expect([guess.urgency, ...guess.reasons]).toEqual(expect.arrayContaining(['URGENT', ...reasons]));
  });
});

describe('a report can wait', () => {
  it.each([
    ['and nothing speaks against it', '想问社保减免怎么申请'],
    ['though something is feared', '仓库电线老化,怕着火,想请人看看'],
    ['though it is dear to the caller', '利息吓死人,月底还款'],
  ])('%s: %s', (_title, text) => {
    expect(guessUrgency(read(text)).urgency).toBe('NORMAL');
  });

  it.each([
    ['nothing pressing was found', '', -0.25, ['未见紧急迹象(-0.25,标准 0.80)']],
    ['nothing at all was found', '', -0.001, ['未见紧急迹象(0.00,标准 0.80)']],
    ['it is not told pressingly enough', '', 0.06, ['说法像急事(0.12)', '合计 0.12,不到标准 0.80']],
    [
      'a sign is not enough',
      '很急,请快点处理',
      -0.25,
      ['要求立即:“很急”(0.50)', '说法不急(-0.25)', '合计 0.25,不到标准 0.80'],
    ],
  ])('because %s, which is said with the figures', (_title, folded, pressure, reasons) => {
    expect(guessUrgency({ folded, pressure })).toEqual({ urgency: 'NORMAL', reasons });
  });
});
