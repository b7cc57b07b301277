import { describe, expect, it } from '@jest/globals';
import { aCreditCode, anId, feb, timeZone } from '../../../test/builders.ts';
import {
  aShutdownOrder,
  anAcceptance,
  anAppeal,
  anInterview,
  anOrder,
  heard,
  refused,
  signed,
} from '../../../test/document-builders.ts';
import { officialForm as acceptanceForm } from '../../acceptance/domain/official-form.ts';
import { officialForm as appealForm } from '../../appeal/domain/official-form.ts';
import { officialForm as interviewForm } from '../../interview/domain/official-form.ts';
import { officialForm as orderForm } from '../../order/domain/official-form.ts';
import { officialForm as shutdownForm } from '../../shutdown/domain/official-form.ts';
import { acknowledge } from './acknowledge.ts';
import { inChinese, printable, type OfficialForm } from './printable.ts';

const unread = { acknowledgedAt: null };
const pageOf = (form: OfficialForm, receipt: { acknowledgedAt: Date | null } = unread) =>
  printable(form, receipt, timeZone);
const titles = new Map([['MASKS_WORN', '全员佩戴口罩']]);
const evil = '<script>alert("1")</script>&\'';
const held = {
  status: 'HELD',
  heldAt: feb(15),
  heldBy: 'i',
  attendees: [evil],
  minutes: evil,
  commitments: evil,
} as const;

const takenDown = { hearing: '无', hearingAt: feb(14, 11), hearingBy: 'inspector-1' };
const unheard = { defence: null, defenceAt: null, defenceBy: null };

describe('the official form', () => {
  it.each<[string, OfficialForm, string[]]>([
    [
      '整改单',
      orderForm(anOrder(), titles, timeZone),
      ['责令整改通知书', '改20200214-0001', '现责令限期整改', '全员佩戴口罩', '待整改', '2020年2月15日 23时59分'],
    ],
    [
      '整改单, at once',
      orderForm(anOrder({ dueAt: new Date('2020-02-14T15:59:59.999Z') }), titles, timeZone),
      ['现责令立即整改', '2020年2月14日 23时59分'],
    ],
    [
      '整改单, withdrawn',
      orderForm(anOrder({ status: 'WITHDRAWN', withdrawnAt: feb(15) }), titles, timeZone),
      ['本整改单已撤回'],
    ],
    [
      '整改单, overdue, of too many not applicable',
      orderForm(anOrder({ status: 'OVERDUE', findings: [{ rule: null, metBy: null, metAt: null }] }), titles, timeZone),
      ['已逾期', '不适用的条目过多'],
    ],
    [
      '整改单, fulfilled late',
      orderForm(
        anOrder({
          status: 'FULFILLED',
          fulfilledAt: feb(17),
          findings: [{ rule: 'MASKS_WORN', metBy: anId(2), metAt: feb(17) }],
        }),
        titles,
        timeZone,
      ),
      ['已逾期完成整改', '已整改', '2020年2月17日 09时00分'],
    ],
    ['约谈', interviewForm(anInterview()), ['约谈通知书', '连续亮黄灯', '2020年2月15日 10时00分 前']],
    ['约谈, anew', interviewForm(anInterview({ inspectionId: null, shutdownId: anId(1) })), ['整改不到位']],
    [
      '停工停产, drafted',
      shutdownForm(aShutdownOrder()),
      ['停工停产通知书(拟稿)', '有权在 2020年2月15日 10时00分 前陈述申辩', '________'],
    ],
    [
      '停工停产, unheard',
      shutdownForm(aShutdownOrder({ ...signed, ...unheard })),
      ['至 2020年2月15日 10时00分 未陈述申辩'],
    ],
    ['停工停产', shutdownForm(aShutdownOrder(signed)), ['停工停产通知书<', '依据:依据', '口罩已在路上', '指挥长甲']],
    [
      '停工停产, waived',
      shutdownForm(aShutdownOrder({ ...heard, defence: null, defenceWaived: true })),
      ['放弃陈述申辩'],
    ],
    [
      '停工停产, with what others took down',
      shutdownForm(aShutdownOrder({ ...heard, ...takenDown })),
      ['你单位陈述申辩:口罩已在路上', '工作人员听取并记录的陈述申辩:无'],
    ],
    [
      '停工停产, of which others alone took something down',
      shutdownForm(aShutdownOrder(takenDown)),
      ['有权在 2020年2月15日 10时00分 前陈述申辩', '工作人员听取并记录的陈述申辩:无'],
    ],
    [
      '停工停产, refused',
      shutdownForm(aShutdownOrder(refused)),
      ['不予签发决定<', '不予签发的理由:理由', '指挥长:指挥长甲<br>2020年2月14日 12时00分'],
    ],
    ['验收', acceptanceForm(anAcceptance({ kind: 'FIRST' }), null), ['复工验收意见书', '首次复工']],
    ['验收合格', acceptanceForm(anAcceptance({ status: 'APPROVED' }), null), ['验收合格,同意复工']],
    [
      '验收合格, whose order was withdrawn',
      acceptanceForm(anAcceptance({ status: 'APPROVED' }), feb(22)),
      ['验收合格。原停工停产通知书已于 2020年2月22日 09时00分 撤回'],
    ],
    ['申诉', appealForm(anAppeal(), feb(14)), ['申诉受理通知书', '当日停电']],
    [
      '申诉, upheld',
      appealForm(anAppeal({ status: 'UPHELD', reason: '属实' }), feb(14)),
      ['申诉决定书', '结果作废', '属实'],
    ],
  ])('of %s says what it must', (_, form, words) => {
    const page = pageOf(form);
    for (const some of words) expect(page).toContain(some);
    expect(page).toContain('送达回证 签收时间:________');
  });

  it('holds no markup but its own, no script and nothing from elsewhere', () => {
    const pages = [
      pageOf(interviewForm(anInterview(held))),
      pageOf(
        shutdownForm(
          aShutdownOrder({
            ...signed,
            defence: evil,
            hearing: evil,
            hearingAt: feb(14),
            legalBasis: evil,
            signedByName: evil,
          }),
        ),
      ),
      pageOf(acceptanceForm(anAcceptance({ reason: evil, decidedByName: evil }), null)),
      pageOf(appealForm(anAppeal({ grounds: evil, reason: evil, decidedByName: evil }), feb(14))),
      pageOf(orderForm(anOrder(), new Map([['MASKS_WORN', evil]]), timeZone)),
    ];
    for (const page of pages) {
      expect(page).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;&#39;');
      expect(page).not.toMatch(/<script|https?:|src=/);
    }
  });

  it('shows the receipt', () => {
    const document = {
      number: '改20200214-0001',
      version: 0,
      creditCode: aCreditCode(1),
      issuedAt: feb(14),
      ...unread,
      acknowledgedBy: null,
    };
    const { state: received } = acknowledge(document, 'firm-1', feb(14, 17));
    expect(pageOf(orderForm(anOrder(), titles, timeZone), received)).toContain('签收时间:2020年2月14日 17时00分');
  });

  it.each([
    ['2020-02-14T15:59:59.999Z', '2020年2月14日 23时59分'],
    ['2020-02-14T16:00:00.000Z', '2020年2月15日 00时00分'],
  ])("tells time by the county's clocks: %s", (at, words) => {
    expect(inChinese(new Date(at), timeZone)).toBe(words);
  });
});
