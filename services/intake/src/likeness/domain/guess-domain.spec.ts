import { describe, expect, it } from '@jest/globals';
import { read } from '../reading.ts';
import { guessDomain } from './guess-domain.ts';

describe('a report is about', () => {
  it.each([
    ['LABOUR', '招不到缝纫工,来应聘的人太少'],
    ['LOGISTICS', '货柜订不到舱位,船公司又停航'],
    ['FINANCE', '承兑汇票到期银行拒付'],
    ['SUPPLY_CHAIN', '上游配套厂没有复工,断供了'],
    ['EPIDEMIC_PREVENTION', '外地回来的要隔离几天,各处口径不一'],
    ['PASSAGE', '员工的健康码变黄了'],
    ['TESTING', '返岗的人要做核酸,去哪里排队'],
    ['MATERIALS', '消毒液买不到'],
    ['POLICY', '房租减免向谁申请'],
    ['APPROVAL', '许可证到期换不了'],
    ['PROJECT', '招标推迟,工程开不了标'],
    ['MARKET', '参展的展会取消,展位费能不能退'],
    ['OTHER', '停水两天了,自来水公司没人管'],
  ])('%s: %s', (domain, text) => {
    const guess = guessDomain(read(text));
    expect([guess.domain, guess.reasons.length > 0, guess.sureness > 0 && guess.sureness <= 1]).toEqual([
      domain,
      true,
      true,
    ]);
  });

  it('something else where no word tells', () => {
    expect(guessDomain(read('你好'))).toEqual({ domain: 'OTHER', sureness: 0, reasons: ['没有能判断领域的词'] });
  });
});
