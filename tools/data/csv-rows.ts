import { CsvError, parse } from 'csv-parse';
import { decodeText, UnreadableFile } from './decode-text.ts';

/** One row of a table. */
export interface Row {
  /** the line on which it begins, or the row's number in a spreadsheet; from 1 */
  readonly number: number;
  readonly cells: readonly string[];
}

export const MOST_COLUMNS = 200;
export const MAX_ROW_CHARACTERS = 1_000_000;

interface Parsed {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/** CRLF and CR as LF, also where a chunk ends between the two: what counts lines then counts each once. */
async function* withPlainNewlines(texts: AsyncIterable<string>): AsyncGenerator<string> {
  let endedInReturn = false;
  for await (const text of texts) {
    const rest = endedInReturn && text.startsWith('\n') ? text.slice(1) : text;
    if (text !== '') endedInReturn = text.endsWith('\r');
    yield rest.replace(/\r\n?/g, '\n');
  }
}

function unreadable(cause: Error, endOfLast: number): Error {
  if (!(cause instanceof CsvError)) return cause;
  const open = cause.code === 'CSV_MAX_RECORD_SIZE' || cause.code === 'CSV_QUOTE_NOT_CLOSED';
  const fault = open
    ? `has a quote that is left open, or is longer than ${MAX_ROW_CHARACTERS} characters`
    : 'has a quote where none may be';
  return new UnreadableFile(
    `the row that begins at line ${endOfLast + 1} ${fault}; mend it and run the same command again`,
    {
      cause,
    },
  );
}

function rowOf({ record, info }: Parsed): Row {
  const within = record.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
  const number = info.lines - within;
  if (record.length > MOST_COLUMNS)
    throw new UnreadableFile(`line ${number} has ${record.length} columns; there may be ${MOST_COLUMNS}`);
  return { number, cells: record };
}

const format = {
  bom: true,
  info: true,
  relax_column_count: true,
  relax_quotes: true,
  skip_empty_lines: true,
  record_delimiter: '\n',
  max_record_size: MAX_ROW_CHARACTERS,
} as const;

/** A parser that is fed piece by piece, and gives the rows that are whole by then; also those before what it cannot read. */
function parserOf() {
  let parsed: Parsed[] = [];
  let endOfLast = 0;
  let failed: Error | undefined;
  const keep = (one: unknown) => {
    endOfLast = (one as Parsed).info.lines;
    parsed.push(one as Parsed);
    return null;
  };
  const parser = parse({ ...format, on_record: keep });
  parser.on('error', (error) => (failed = error));
  parser.resume();
  return {
    feed: (text: string) => new Promise<void>((resolve) => parser.write(text, () => resolve())),
    end: () => new Promise<void>((resolve) => parser.end(() => resolve())),
    *rows(): Generator<Row> {
      const whole = parsed;
      parsed = [];
      for (const one of whole) yield rowOf(one);
      if (failed) throw unreadable(failed, endOfLast);
    },
  };
}

/**
 * The rows of a CSV file, the header among them, in bounded memory; blank lines are left out.
 * @throws UnreadableFile for another encoding, a quote left open, a row of more than 200 columns or of more than a million characters
 */
export async function* readCsv(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Row> {
  const parser = parserOf();
  for await (const text of withPlainNewlines(decodeText(chunks))) {
    await parser.feed(text);
    yield* parser.rows();
  }
  await parser.end();
  yield* parser.rows();
}
