import { describe, expect, it } from '@jest/globals';
import { nothing, type AccountLine } from './account.ts';
import { escaped } from '@qifutong/kernel/html';
import { printable, type Printed } from './printable.ts';

const at = new Date('2020-02-14T16:00:00.000Z');
const line = (dimension: AccountLine['dimension'], key: string): AccountLine => ({
  ...nothing,
  dimension,
  key,
  carriedIn: 1,
  registered: 4711,
  carriedOver: 4712,
});
const printed: Printed = {
  day: '2020-02-14',
  closure: {
    day: '2020-02-14',
    version: 2,
    endedAt: at,
    frozenAt: at,
    signedAt: at,
    signedBy: 'commander-1',
    signedByName: '指挥长<甲>',
    remark: '<script>alert(1)</script>',
  },
  lines: [line('OVERALL', ''), line('TASK_FORCE', ''), line('TOWN', '330226110'), line('CHANNEL', 'HOTLINE')],
  addenda: [
    { id: '1', day: '2020-02-14', text: '更正 & <b>补记</b>', addedAt: at, addedBy: 'a', addedByName: '研判员"甲"' },
  ],
  trails: [{ day: '2020-02-14', service: 'taskforce', link: 31_415, hash: 'ab'.repeat(32), toldAt: at }],
  carried: [
    {
      number: '20200213-0042',
      taskForce: 'LABOUR',
      townCode: '330226110',
      registeredAt: new Date('2020-02-13T15:59:59.999Z'),
      reason: 'AWAITING_CALLBACK',
    },
  ],
  townNames: new Map([['330226110', '强蛟镇']]),
  timeZone: 'Asia/Shanghai',
};

describe('the printed form', () => {
  it('shows every figure, names and the reasons in Chinese, and how many are not listed', () => {
    const page = printable(printed);
    for (const words of [
      '4711',
      '强蛟镇',
      '<td>用工协调</td>',
      '热线电话',
      '尚未派单',
      '待回访',
      '<td>1</td>',
      '其余 4711 件见导出清单',
      '专班',
      '31415',
      'ab'.repeat(32),
    ])
      expect(page).toContain(words);
    expect(page).not.toContain('LABOUR');
  });

  it('holds no markup but its own, no script and nothing from elsewhere', () => {
    const page = printable(printed);
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(page).toContain('指挥长&lt;甲&gt;');
    expect(page).toContain('更正 &amp; &lt;b&gt;补记&lt;/b&gt;');
    expect(page).not.toMatch(/<script|<b>|https?:|src=/);
  });

  it("shows the county's own time, and counts the days of an issue to the county's 24:00", () => {
    const page = printable(printed);
    expect(page).toContain('<td>2020年2月15日00时00分</td>');
    expect(page).toContain('(2020年2月15日00时00分)');
    expect(page).not.toMatch(/UTC|T16:00/);
    const further = printable({ ...printed, timeZone: 'Asia/Urumqi' });
    expect(further).toContain('(2020年2月14日22时00分)');
    const [carried] = printed.carried;
    const daysOf = (timeZone: string) =>
      /<td>20200213-0042<\/td>(?:<td>[^<]*<\/td>){2}<td>(\d+)<\/td>/.exec(
        printable({
          ...printed,
          timeZone,
          carried: [{ ...carried!, registeredAt: new Date('2020-02-13T17:00:00.000Z') }],
        }),
      )?.[1];
    expect([daysOf('Asia/Shanghai'), daysOf('Asia/Urumqi')]).toEqual(['0', '1']);
  });

  it('says that a day is not closed yet, or not signed', () => {
    expect(printable({ ...printed, closure: null })).toContain('本日尚未日结');
    const unsigned = { ...printed.closure!, signedAt: null, signedByName: null, remark: null };
    expect(printable({ ...printed, closure: unsigned })).toContain('签发:________________');
  });

  it('escapes every character that means something to HTML', () => {
    expect(escaped(`<a href="x" title='y'>&`)).toBe('&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;');
  });
});
