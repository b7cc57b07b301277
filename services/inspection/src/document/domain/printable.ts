import { escaped } from '@qifutong/kernel/html';

/** Words of a sentence, with instants among them. */
export type Sentence = readonly (string | Date)[];

/** What a document says; how it looks is the same for all. */
export interface OfficialForm {
  readonly title: string;
  readonly number: string;
  /** the firm's credit code */
  readonly addressee: string;
  readonly sentences: readonly Sentence[];
  readonly table: { readonly head: readonly string[]; readonly rows: readonly Sentence[] } | null;
  readonly signature: Sentence;
  readonly issuedAt: Date;
}

interface Receipt {
  readonly acknowledgedAt: Date | null;
}

const STYLE = `@page { size: A4; margin: 25mm 22mm } body { font: 12pt/1.8 "Noto Serif CJK SC", SimSun, serif; margin: 0 }
.issuer { color: #c00; text-align: center; font-size: 20pt; letter-spacing: 2pt; border-bottom: 1.5pt solid #c00; margin: 0 }
h1 { text-align: center; font-size: 18pt; margin: 8mm 0 2mm } .number { text-align: center; margin: 0 0 6mm }
p { margin: 2mm 0; overflow-wrap: anywhere } .body p { text-indent: 2em; white-space: pre-line }
table { border-collapse: collapse; width: 100%; margin: 4mm 0 } th, td { border: 0.5pt solid #000; padding: 1mm 2mm; text-align: left }
tr { break-inside: avoid } .signature { text-align: right; margin-top: 12mm } .receipt { border-top: 0.5pt dashed #000; margin-top: 14mm }`;

/** `2020年2月14日 17时30分`, by the county's clocks. */
export function inChinese(at: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at);
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  return `${of('year')}年${Number(of('month'))}月${Number(of('day'))}日 ${of('hour')}时${of('minute')}分`;
}

function said(sentence: Sentence, timeZone: string): string {
  return sentence.map((one) => escaped(one instanceof Date ? inChinese(one, timeZone) : one)).join('');
}

function tableOf({ head, rows }: NonNullable<OfficialForm['table']>, timeZone: string): string {
  const headers = head.map((title) => `<th>${escaped(title)}</th>`).join('');
  const body = rows.map((cells) => `<tr>${cells.map((cell) => `<td>${said([cell], timeZone)}</td>`).join('')}</tr>`);
  return `<table><thead><tr>${headers}</tr></thead><tbody>\n${body.join('\n')}\n</tbody></table>`;
}

/** The document in the county's official form: an HTML page that stands by itself and prints on A4. */
export function printable(form: OfficialForm, { acknowledgedAt }: Receipt, timeZone: string): string {
  const title = escaped(form.title);
  const receipt = acknowledgedAt === null ? '________________' : inChinese(acknowledgedAt, timeZone);
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>${title} ${escaped(form.number)}</title><style>${STYLE}</style></head><body>
<p class="issuer">企业复工复产指挥部</p>
<h1>${title}</h1>
<p class="number">${escaped(form.number)}</p>
<p>企业(统一社会信用代码 ${escaped(form.addressee)}):</p>
<div class="body">
${form.sentences.map((sentence) => `<p>${said(sentence, timeZone)}</p>`).join('\n')}
</div>
${form.table ? tableOf(form.table, timeZone) : ''}
<p class="signature">${said(form.signature, timeZone)}<br>${inChinese(form.issuedAt, timeZone)}</p>
<p class="receipt">送达回证 签收时间:${receipt}</p>
</body></html>
`;
}
