import { TASK_FORCES } from '@qifutong/contracts/task-forces';
import { countyInstant, writtenInstant } from '@qifutong/kernel/county-time';
import { escaped } from '@qifutong/kernel/html';
import { nothing, type AccountLine, type Dimension, type Figure } from './account.ts';
import { carriedReasons, type CarriedReason } from './carried-over.ts';
import type { Addendum, ClosureTrail, DailyClosure } from './daily-closure.ts';

interface Carried {
  readonly number: string;
  readonly taskForce: string | null;
  readonly townCode: string | null;
  readonly registeredAt: Date;
  readonly reason: CarriedReason;
}

export interface Printed {
  readonly day: string;
  readonly closure: DailyClosure | null;
  readonly lines: readonly AccountLine[];
  readonly addenda: readonly Addendum[];
  readonly trails: readonly ClosureTrail[];
  /** the first of them where there are many */
  readonly carried: readonly Carried[];
  readonly townNames: ReadonlyMap<string, string>;
  readonly timeZone: string;
}

const columns: readonly (readonly [Figure, string])[] = [
  ['carriedIn', '上日结转'],
  ['registered', '当日登记'],
  ['readmitted', '重新纳入'],
  ['movedIn', '划入'],
  ['writtenOff', '销项'],
  ['merged', '合并'],
  ['rejected', '不予受理'],
  ['movedOut', '划出'],
  ['carriedOver', '结转次日'],
  ['reopened', '回访退回'],
  ['reports', '反映'],
  ['calls', '未立项来电'],
  ['callbacks', '回访'],
  ['callbacksReached', '有效回访'],
  ['callbacksSettled', '已解决'],
];
const titles: Record<Dimension, string> = {
  OVERALL: '全县',
  TASK_FORCE: '工作专班',
  TOWN: '乡镇(街道)',
  CHANNEL: '渠道',
};
const channelNames: Readonly<Record<string, string>> = {
  HOTLINE: '热线电话',
  LINE_12345: '12345',
  LINE_8718: '8718',
  ONLINE: '网上自报',
  PUBLIC_OPINION: '舆情',
  VISIT: '走访',
};

const STYLE = `@page { size: A4 landscape; margin: 14mm } body { font: 10.5pt/1.5 "Noto Serif CJK SC", SimSun, serif; margin: 0 }
h1 { text-align: center; font-size: 18pt; margin: 0 } h2 { font-size: 12pt; margin: 6mm 0 1mm } p { margin: 1mm 0 }
table { border-collapse: collapse; width: 100% } th, td { border: 0.5pt solid #000; padding: 0.5mm 1.5mm; text-align: right }
th:first-child, td:first-child, .words td { text-align: left } tr { break-inside: avoid } thead { display: table-header-group }
.signature { margin-top: 12mm; text-align: right }`;

function row(cells: readonly (string | number)[], tag: 'td' | 'th' = 'td'): string {
  return `<tr>${cells.map((cell) => `<${tag}>${escaped(String(cell))}</${tag}>`).join('')}</tr>`;
}

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[], kind = ''): string {
  const body = rows.map((cells) => row(cells)).join('\n');
  return `<table class="${kind}"><thead>${row(head, 'th')}</thead><tbody>\n${body}\n</tbody></table>`;
}

function nameOf({ dimension, key }: AccountLine, towns: ReadonlyMap<string, string>): string {
  if (dimension === 'OVERALL') return titles.OVERALL;
  if (dimension === 'TOWN') return towns.get(key) ?? '乡镇不详';
  return dimension === 'CHANNEL' ? (channelNames[key] ?? key) : key === '' ? '尚未派单' : taskForceName(key);
}

const taskForceName = (code: string): string => TASK_FORCES[code] ?? code;

function accounts({ lines, townNames }: Printed): string {
  const of = (dimension: Dimension) => lines.filter((line) => line.dimension === dimension);
  return (Object.keys(titles) as Dimension[])
    .map((dimension) => {
      const rows = of(dimension).map((line) => [nameOf(line, townNames), ...columns.map(([figure]) => line[figure])]);
      return `<h2>${titles[dimension]}</h2>\n${table([titles[dimension], ...columns.map(([, title]) => title)], rows)}`;
    })
    .join('\n');
}

function carriedList({ day, carried, lines, townNames, timeZone }: Printed): string {
  const endsAt = countyInstant(day, '24:00', timeZone).getTime();
  const rows = carried.map(({ number, townCode, taskForce, registeredAt, reason }) => [
    number,
    townNames.get(townCode ?? '') ?? '',
    taskForce === null ? '' : taskForceName(taskForce),
    Math.max(0, Math.floor((endsAt - registeredAt.getTime()) / 86_400_000)),
    carriedReasons[reason],
  ]);
  const all = lines[0]?.carriedOver ?? nothing.carriedOver;
  const rest = all > rows.length ? `<p>以上 ${rows.length} 件,其余 ${all - rows.length} 件见导出清单。</p>` : '';
  return `<h2>结转次日清单(${all} 件)</h2>\n${table(['问题编号', '乡镇(街道)', '工作专班', '已历天数', '结转原因'], rows, 'words')}${rest}`;
}

function additions({ addenda, timeZone }: Printed): string {
  if (addenda.length === 0) return '';
  const rows = addenda.map(({ addedAt, addedByName, text }) => [writtenInstant(addedAt, timeZone), addedByName, text]);
  return `<h2>日结后更正</h2>\n${table(['时间', '补记人', '内容'], rows, 'words')}`;
}

const serviceNames: Record<ClosureTrail['service'], string> = {
  intake: '受理',
  taskforce: '专班',
  inspection: '抽查',
};

function trailEnds(trails: readonly ClosureTrail[]): string {
  if (trails.length === 0) return '';
  const rows = trails.map(({ service, link, hash }) => [serviceNames[service], link, hash]);
  return `<h2>审计链(当日末条)</h2>\n${table(['系统', '序号', '校验值(SHA-256)'], rows, 'words')}`;
}

function signature({ closure, timeZone }: Printed): string {
  if (closure === null) return '<p class="signature">本日尚未日结,以上为截至目前的情况。</p>';
  const { signedAt, signedByName, remark } = closure;
  const remarked = remark === null ? '' : `<p>签发意见:${escaped(remark)}</p>`;
  const signed =
    signedAt === null ? '________________' : `${escaped(signedByName ?? '')}(${writtenInstant(signedAt, timeZone)})`;
  return `${remarked}<p class="signature">值班指挥长签发:${signed}</p>`;
}

/** 日结单, for A4 landscape. */
export function printable(printed: Printed): string {
  const title = `企业复工复产问题日结单 ${escaped(printed.day)}`;
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title><style>${STYLE}</style></head><body>
<h1>${title}</h1>
<p>上日结转 + 当日登记 + 重新纳入 = 销项 + 合并 + 不予受理 + 结转次日</p>
${accounts(printed)}
${carriedList(printed)}
${additions(printed)}
${trailEnds(printed.trails)}
${signature(printed)}
</body></html>
`;
}
