import { extname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { callersFolder } from '../runtime/environment.ts';

export const USAGE = `usage: npm run data -- import reports FILE.jsonl [--concurrency N] [--as-of-received]
       npm run data -- import firms FILE.csv|FILE.xlsx
       npm run data -- export firms FILE.csv|FILE.xlsx
       npm run data -- export issues FILE.csv|FILE.xlsx
       npm run data -- export inspections FILE.zip
       npm run data -- export closure YYYY-MM-DD FILE.csv|FILE.html

  import reports   submits every line of a file of reports through the gateway, in the file's order.
                   Lines that are known already are not registered again, so a run can be repeated.
    --concurrency  how many may be on their way at once, 1 (default) to 64; above 1 the running
                   numbers follow the file's order only roughly
    --as-of-received
                   loads history: in the order of receipt, each report registered as of the moment it was
                   received, under a number of that day; then waits until every issue has its suggestion.
                   Not once a day is closed
  import firms     enters every row into the register of firms, or changes what it says of the firm. The first
                   row names the columns: 统一社会信用代码 企业名称 乡镇(街道)代码 (or its name) 行业 规模 从业人数
                   地址 别名 (several apart by ; — one that is part of a name stands behind a \\). An empty cell says
                   nothing: what is registered stays.
                   The same rows again change nothing, so a run can be repeated.
  export           writes the register of firms, as an import takes it, or all issues without their reporters;
                   in CSV an apostrophe stands before what a spreadsheet would take for a formula
  export inspections
                   writes the inspections as open data, in the LIVES form: five tables in a ZIP, without
                   who inspected and what was noted
  export closure   writes a day's account: as the page to print, or as its lines with, in FILE.carried.csv,
                   every issue that is carried over, and in FILE.addenda.csv what was added later

files: UTF-8 with or without byte order mark, or GBK/GB18030; .xlsx up to 50 MB, 200 MB unpacked
exit code 0: all taken; 1: some lines were refused; 2: not done, or not to its end`;
const MOST_AT_ONCE = 64;

const accepted = {
  'import reports': undefined,
  'import firms': ['.csv', '.xlsx'],
  'export firms': ['.csv', '.xlsx'],
  'export issues': ['.csv', '.xlsx'],
  'export inspections': ['.zip'],
  'export closure': ['.csv', '.html'],
} as const;

export interface Order {
  readonly what: keyof typeof accepted;
  /** absolute */
  readonly file: string;
  /** of a closure: the county's day; else empty */
  readonly day: string;
  readonly concurrency: number;
  readonly asOfReceived: boolean;
}

function concurrencyOf(text: string): number {
  const concurrency = Number(text);
  if (!Number.isInteger(concurrency) || concurrency < 1 || concurrency > MOST_AT_ONCE)
    throw new Error(`--concurrency must be a whole number from 1 to ${MOST_AT_ONCE}, not "${text}"`);
  return concurrency;
}

function fileFor(what: Order['what'], file: string): string {
  const endings: readonly string[] | undefined = accepted[what];
  if (endings && !endings.includes(extname(file))) throw new Error(`${file} must end in ${endings.join(' or ')}`);
  // npm runs scripts in the repository's root, wherever the command was given
  return resolve(callersFolder(), file);
}

/** What is asked for, or undefined for help. Throws an Error, with the usage when it is not understood. */
export function readOrder(args: string[]): Order | undefined {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      concurrency: { type: 'string', default: '1' },
      'as-of-received': { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) return undefined;
  const [verb, noun, ...named] = positionals;
  const what = `${verb} ${noun}`;
  const day = what === 'export closure' ? (named.shift() ?? '') : '';
  const [file, ...more] = named;
  if (!Object.hasOwn(accepted, what) || file === undefined || more.length > 0) throw new Error(USAGE);
  const concurrency = concurrencyOf(values.concurrency);
  const asOfReceived = values['as-of-received'];
  const ofReports = what === 'import reports';
  if (!ofReports && (asOfReceived || concurrency > 1)) throw new Error(USAGE);
  if (asOfReceived && concurrency > 1) throw new Error('--as-of-received keeps the order of receipt: one at a time');
  return { what: what as Order['what'], file: fileFor(what as Order['what'], file), day, concurrency, asOfReceived };
}
