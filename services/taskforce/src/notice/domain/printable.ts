import { countyDay, writtenDay, writtenInstant, writtenLimit } from '@qifutong/kernel/county-time';
import { escaped } from '@qifutong/kernel/html';
import type { ClockKind } from '../../clock/domain/clock.ts';
import { OFFICE, type Supervision } from './supervision.ts';
import type { UrgingNotice } from './urging-notice.ts';

/** What a document says beside what it holds. */
export interface Letterhead {
  /** of the addressed task force; null of a document to the centre itself */
  readonly taskForceName: string | null;
  readonly timeZone: string;
}

/** 公文: what a document of the county consists of, by GB/T 9704 in its order. */
interface Official {
  readonly title: string;
  readonly number: string;
  readonly to: string;
  readonly rows: readonly (readonly [string, string])[];
  readonly asks: string;
  readonly signedBy: string;
  readonly issuedOn: string;
  readonly receipt: readonly (readonly [string, string])[];
}

const ISSUER = '企业复工复产指挥中心';
/** signs what was issued by hand before names were kept */
const CLERK = '指挥中心值班员';
const limits: Readonly<Record<ClockKind, string>> = {
  DISPATCH: '登记后派单',
  ACCEPTANCE: '派单后接单',
  SOLUTION: '接单后提出有效解决方案',
  FIRM: '首次接单后提出有效解决方案(转办不重新计时)',
  CALLBACK: '提出解决方案后回访',
};

const STYLE = `@page { size: A4; margin: 37mm 26mm 35mm 28mm } body { font: 16pt/1.75 FangSong, "Noto Serif CJK SC", SimSun, serif; margin: 0; color: #000 }
header { color: #c00; text-align: center; font-size: 26pt; font-weight: bold; border-bottom: 1.5pt solid #c00; padding-bottom: 3mm }
h1 { text-align: center; font-size: 22pt; font-weight: normal; margin: 10mm 0 6mm } .number { text-align: center; margin: 3mm 0 0 } p { margin: 0 }
table { border-collapse: collapse; width: 100%; margin: 3mm 0 } th, td { border: 0.5pt solid #000; padding: 1.5mm 2.5mm; text-align: left; vertical-align: top; overflow-wrap: anywhere }
th { width: 25mm; font-weight: normal } tr { break-inside: avoid } .asks { text-indent: 2em; margin-top: 4mm } .signature { margin-top: 14mm; text-align: right; break-inside: avoid }`;

function table(rows: Official['rows']): string {
  return `<table><tbody>\n${rows.map(([name, text]) => `<tr><th>${name}</th><td>${escaped(text)}</td></tr>`).join('\n')}\n</tbody></table>`;
}

function page({ title, number, to, rows, asks, signedBy, issuedOn, receipt }: Official): string {
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>${title} ${escaped(number)}</title><style>${STYLE}</style></head><body>
<header>${ISSUER}</header>
<p class="number">编号:${escaped(number)}</p>
<h1>${title}</h1>
<p>主送:${escaped(to)}</p>
${table(rows)}
<p class="asks">${asks}</p>
<p class="signature">签发:${escaped(signedBy)}<br>${ISSUER}<br>${issuedOn}</p>
<p>回执</p>
${table(receipt)}
</body></html>
`;
}

function acted(at: Date | null, name: string | null, timeZone: string): string {
  return at === null ? '' : `${writtenInstant(at, timeZone)} ${name ?? ''}`;
}

function causeOf({ about, clock, dueAt, ordinal, reason }: UrgingNotice, timeZone: string): Official['rows'] {
  if (dueAt === null)
    return [
      ['事由', `问题 ${about}:${reason ?? ''}`],
      ['时限', '收到本单后即办'],
    ];
  if (clock === null)
    return [
      ['事由', `约谈 ${about} 逾期未进行`],
      ['时限', `应于 ${writtenLimit(dueAt, timeZone)} 前约谈,逾期仍须约谈`],
    ];
  return [
    ['事由', `问题 ${about} 逾期未办结,第 ${ordinal ?? 1} 次催办`],
    ['时限', `${limits[clock]},应于 ${writtenLimit(dueAt, timeZone)} 前完成`],
  ];
}

/** 催办单, for A4: nothing of who reported is in it. */
export function printableNotice(notice: UrgingNotice, { taskForceName, timeZone }: Letterhead): string {
  const { number, issuedAt, urgedByName, commanderName, promisedAt } = notice;
  // what is urged by hand need not be late
  const byHand = notice.dueAt === null;
  const why = byHand ? '办理情况' : '原因';
  const promised = promisedAt === null ? '' : writtenLimit(promisedAt, timeZone);
  return page({
    title: '催办单',
    number,
    to: taskForceName === null ? (commanderName ?? OFFICE) : `${taskForceName}专班`,
    rows: causeOf(notice, timeZone),
    asks: `请收到本单后立即签收,答复${byHand ? '' : '逾期'}${why}和承诺办结时间,并抓紧办理。`,
    signedBy: byHand ? (urgedByName ?? CLERK) : '系统按限时办理规定自动签发',
    issuedOn: writtenDay(countyDay(issuedAt, timeZone)),
    receipt: [
      ['签收', acted(notice.acknowledgedAt, notice.acknowledgedByName, timeZone)],
      [why, notice.replyReason ?? ''],
      ['承诺办结', promised],
      ['答复', acted(notice.repliedAt, notice.repliedByName, timeZone)],
    ],
  });
}

/** 督办单, for A4. */
export function printableSupervision(supervision: Supervision, { taskForceName, timeZone }: Letterhead): string {
  const { number, about, reason, commanderName, openedAt, conclusion } = supervision;
  return page({
    title: '督办单',
    number,
    to: `${taskForceName ?? supervision.taskForceCode}专班`,
    rows: [
      ['事由', `问题 ${about}:${reason}`],
      ['时限', '即日办结,办结前每日报告进展'],
      ['督办领导', commanderName],
    ],
    asks: '请立即签收,由专班组长牵头办理,并向督办领导报告结果。',
    signedBy: commanderName,
    issuedOn: writtenDay(countyDay(openedAt, timeZone)),
    receipt: [
      ['签收', acted(supervision.acknowledgedAt, supervision.acknowledgedByName, timeZone)],
      ['督办结论', conclusion ?? ''],
      ['解除', acted(supervision.liftedAt, supervision.liftedByName, timeZone)],
    ],
  });
}
