import { countyDay } from '@qifutong/kernel/county-time';
import { isLate } from './mend.ts';
import type { Finding, RectificationOrder } from './rectification-order.ts';

const TOO_MANY = '不适用的条目过多,须逐条落实';

function remark(order: RectificationOrder): string {
  if (order.status === 'WITHDRAWN') return '本整改单已撤回。';
  if (order.status === 'FULFILLED') return isLate(order) ? '已逾期完成整改。' : '已按期完成整改。';
  return order.status === 'OVERDUE' ? '已逾期,尚未完成整改。' : '逾期不整改的,将列入逾期名单。';
}

function row({ rule, metBy, metAt }: Finding, titles: ReadonlyMap<string, string>, i: number): (string | Date)[] {
  const title = rule === null ? TOO_MANY : (titles.get(rule) ?? rule);
  return [String(i + 1), title, metBy === null ? '待整改' : '已整改', metAt ?? ''];
}

/** 整改单 as it is printed; what is due on the day of its issue is to be mended at once. */
export function officialForm(order: RectificationOrder, titles: ReadonlyMap<string, string>, timeZone: string) {
  const atOnce = countyDay(order.dueAt, timeZone) === countyDay(order.issuedAt, timeZone);
  const asked = atOnce ? '立即' : '限期';
  return {
    title: '责令整改通知书',
    number: order.number,
    addressee: order.creditCode,
    sentences: [
      ['经 ', order.performedAt, ' 现场抽查,你单位未达到企业自主管理制度的下列要求,现责令', asked, '整改。'],
      ['请于 ', order.dueAt, ' 前整改到位,届时将复查。'],
      [remark(order)],
    ],
    table: {
      head: ['序号', '整改事项', '状态', '整改时间'],
      rows: order.findings.map((finding, i) => row(finding, titles, i)),
    },
    signature: ['企业复工复产指挥部'],
    issuedAt: order.issuedAt,
  };
}
