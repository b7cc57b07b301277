import { createHash } from 'node:crypto';
import { countyDay } from '@qifutong/kernel/county-time';
import { escaped } from '@qifutong/kernel/html';
import type { SignBoard } from './sign-board.ts';

const colours = {
  GREEN: { zh: '绿灯', en: 'Green' },
  YELLOW: { zh: '黄灯', en: 'Yellow' },
  RED: { zh: '红灯', en: 'Red' },
} as const;
const results = {
  MET: { zh: '符合', en: 'Met' },
  UNMET: { zh: '不符合', en: 'Not met' },
  NOT_APPLICABLE: { zh: '不适用', en: 'Not applicable' },
} as const;

/** So many characters of a name go on two lines; a longer one is set smaller, or the board would not fit on its page. */
const LONG_NAME = 44;

// printed by Chromium: of the 269 mm that A4 has, the twelve default rules take 238 mm, with a name of 200 characters 241 mm
const STYLE = `@page{size:A4;margin:14mm}*{box-sizing:border-box}body{margin:0 auto;max-width:182mm;padding:4mm;font:11pt/1.3 "Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif;color:#111}
h1{font-size:22pt;margin:0 0 2mm;text-align:center;overflow-wrap:anywhere}h1.long{font-size:12pt}.en{display:block;color:#444;font-size:.75em;font-weight:400}.light{color:#fff;margin:0;border-radius:4mm;padding:4mm;text-align:center;font-size:28pt;font-weight:700}
#green{background:#15803d}#yellow{background:#b45309}#red{background:#b91c1c}.light .en{color:#fff}dl{display:grid;grid-template-columns:auto 1fr;gap:1mm 5mm;margin:3mm 0}dt{font-weight:700}dd{margin:0}ol{margin:0;padding-left:8mm}li{padding:.8mm 0;border-bottom:1px solid #ddd;break-inside:avoid}
li b{float:right;text-align:right}footer{display:flex;gap:5mm;align-items:center;margin-top:3mm;font-size:10pt;break-inside:avoid}footer svg{width:32mm;height:32mm}@media print{body{padding:0}.light{print-color-adjust:exact;-webkit-print-color-adjust:exact}}`;

/** For the page of a sign board: its own style, and nothing from elsewhere. */
export const BOARD_POLICY = `default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`;

interface Around {
  readonly timeZone: string;
  /** SVG of the code that leads to the board */
  readonly qrCode: string;
}

/** The board as a page that prints on A4: Chinese, and English below. */
export function boardPage(board: SignBoard, { timeZone, qrCode }: Around): string {
  const { zh, en } = colours[board.colour];
  const since = countyDay(new Date(board.since), timeZone);
  const lines = board.results.map(
    ({ titleZh, titleEn, result }) =>
      `<li><b>${results[result].zh}<span class="en">${results[result].en}</span></b>${escaped(titleZh)}<span class="en">${escaped(titleEn)}</span></li>`,
  );
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(board.name)} · 复工复产亮牌</title><style>${STYLE}</style></head><body>
<h1${board.name.length > LONG_NAME ? ' class="long"' : ''}>${escaped(board.name)}<span class="en">Sign board of work resumption</span></h1>
<p class="light" id="${board.colour.toLowerCase()}">${zh}<span class="en">${en}</span></p>
<dl><dt>亮灯日期<span class="en">Since</span></dt><dd>${since}</dd><dt>最近抽查<span class="en">Last inspection</span></dt><dd>${board.inspectedOn}</dd></dl>
<ol>${lines.join('')}</ol>
<footer>${qrCode}<span>扫码核对<span class="en">Scan to verify</span></span></footer></body></html>`;
}
