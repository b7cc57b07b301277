import { describe, expect, it } from '@jest/globals';
import { county } from '../../../test/builders.ts';
import { aNotice, aSupervision } from '../../../test/documents.ts';
import { printableNotice, printableSupervision } from './printable.ts';

const letterhead = { taskForceName: '核酸检测', timeZone: 'Asia/Shanghai' };

/** What is read on the page, line by line. */
function read(html: string): string[] {
  const body = html.slice(html.indexOf('<body>')).replaceAll(/<br>|<\/th><td>/g, ' ');
  return body
    .split('\n')
    .map((line) => line.replaceAll(/<[^>]*>/g, '').trim())
    .filter((line) => line !== '');
}

describe('the printed urging notice', () => {
  it('has the official form: number, title, addressee, cause, limit, signature, date, receipt', () => {
    const answered = {
      acknowledgedAt: county('2020-02-15 12:30'),
      acknowledgedBy: 'testing-lead',
      acknowledgedByName: '陈组长',
      repliedAt: county('2020-02-15 13:00'),
      repliedBy: 'testing-lead',
      repliedByName: '陈组长',
      replyReason: '试剂今晚到货',
      promisedAt: county('2020-02-15 18:00'),
    };
    expect(read(printableNotice(aNotice(answered), letterhead))).toEqual([
      '企业复工复产指挥中心',
      '编号:催20200215-0001',
      '催办单',
      '主送:核酸检测专班',
      '事由 问题 20200214-0042 逾期未办结,第 1 次催办',
      '时限 接单后提出有效解决方案,应于 2020年2月15日10时00分 前完成',
      '请收到本单后立即签收,答复逾期原因和承诺办结时间,并抓紧办理。',
      '签发:系统按限时办理规定自动签发 企业复工复产指挥中心 2020年2月15日',
      '回执',
      '签收 2020年2月15日12时30分 陈组长',
      '原因 试剂今晚到货',
      '承诺办结 2020年2月15日18时00分',
      '答复 2020年2月15日13时00分 陈组长',
    ]);
  });

  const byHand = {
    ...{ clock: null, ordinal: null, dueAt: null, urgedBy: 'analyst-1', urgedByName: '李研判' },
    reason: '企业明日开工',
  };

  it('by hand says who issued it and why', () => {
    const lines = read(printableNotice(aNotice(byHand), letterhead));
    expect(lines).toEqual(expect.arrayContaining(['事由 问题 20200214-0042:企业明日开工', '时限 收到本单后即办']));
    expect(lines.join('\n')).toContain('签发:李研判');
  });

  it('by hand asks for no reason of being late: nothing may be late', () => {
    const lines = read(printableNotice(aNotice({ ...byHand, replyReason: '今晚采样' }), letterhead));
    expect(lines).toContain('请收到本单后立即签收,答复办理情况和承诺办结时间,并抓紧办理。');
    expect(lines).toContain('办理情况 今晚采样');
    expect(lines.join('\n')).not.toContain('逾期');
  });

  it('shows no account: one of before names were kept is signed by the office', () => {
    const signed = { acknowledgedAt: county('2020-02-15 12:30'), acknowledgedBy: 'testing-lead' };
    const lines = read(printableNotice(aNotice({ ...byHand, urgedByName: null, ...signed }), letterhead));
    expect(lines).toContain('签发:指挥中心值班员 企业复工复产指挥中心 2020年2月15日');
    expect(lines).toContain('签收 2020年2月15日12时30分');
  });

  it.each([
    ['2020-02-14 23:59:59.999', '2020年2月14日24时 前'],
    ['2020-02-15 10:00:07', '2020年2月15日10时00分07秒 前'],
  ])('says the limit %s as it is, not cut to the minute', (dueAt, said) => {
    expect(read(printableNotice(aNotice({ dueAt: county(dueAt) }), letterhead)).join('\n')).toContain(said);
  });

  it.each([
    ['指挥长甲', '主送:指挥长甲'],
    [null, '主送:值班指挥长'],
  ])('to the centre is addressed to its commander on duty: %s', (commanderName, line) => {
    const toCentre = { taskId: null, taskForceCode: null, clock: 'DISPATCH', commanderName } as const;
    expect(read(printableNotice(aNotice(toCentre), { ...letterhead, taskForceName: null }))).toContain(line);
  });

  it('of a missed interview names its summons and its limit', () => {
    const missed = { clock: null, ordinal: null, about: '约20200214-0001', interviewId: aNotice().id } as const;
    const toCentre = { taskId: null, taskForceCode: null, commanderName: '指挥长甲' };
    const lines = read(printableNotice(aNotice({ ...missed, ...toCentre }), { ...letterhead, taskForceName: null }));
    expect(lines).toEqual(
      expect.arrayContaining([
        '主送:指挥长甲',
        '事由 约谈 约20200214-0001 逾期未进行',
        '时限 应于 2020年2月15日10时00分 前约谈,逾期仍须约谈',
        '请收到本单后立即签收,答复逾期原因和承诺办结时间,并抓紧办理。',
        '签发:系统按限时办理规定自动签发 企业复工复产指挥中心 2020年2月15日',
      ]),
    );
  });

  it('prints on A4', () => {
    expect(printableNotice(aNotice(), letterhead)).toContain('@page { size: A4;');
  });

  it('shows what people wrote as words, never as markup', () => {
    const attack = `<img src=x onerror="alert('1')">&`;
    const shown = '&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;';
    const html = printableNotice(
      aNotice({
        ...{ clock: null, ordinal: null, dueAt: null },
        urgedByName: attack,
        reason: attack,
        replyReason: attack,
      }),
      { ...letterhead, taskForceName: attack },
    );
    expect(html).not.toContain('<img');
    expect(html.split(shown)).toHaveLength(5);
  });
});

describe('the printed supervision', () => {
  it('names the commander who answers for it, and what came of it', () => {
    const lifted = {
      liftedAt: county('2020-02-17 09:00'),
      liftedBy: 'commander-1',
      liftedByName: '王指挥',
      conclusion: '已现场协调',
    };
    expect(read(printableSupervision(aSupervision(lifted), letterhead))).toEqual([
      '企业复工复产指挥中心',
      '编号:督20200216-0001',
      '督办单',
      '主送:核酸检测专班',
      '事由 问题 20200214-0042:同一期限已催办3次,仍未办结',
      '时限 即日办结,办结前每日报告进展',
      '督办领导 指挥长甲',
      '请立即签收,由专班组长牵头办理,并向督办领导报告结果。',
      '签发:指挥长甲 企业复工复产指挥中心 2020年2月16日',
      '回执',
      '签收',
      '督办结论 已现场协调',
      '解除 2020年2月17日09时00分 王指挥',
    ]);
  });

  it('shows what people wrote as words, never as markup', () => {
    const attack = '<script>1</script>';
    const html = printableSupervision(aSupervision({ reason: attack, commanderName: attack, conclusion: attack }), {
      ...letterhead,
      taskForceName: attack,
    });
    expect(html).not.toContain('<script');
  });
});
