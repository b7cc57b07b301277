import { rejections, shapeRejections } from '@qifutong/kernel/rejection';

/** Why a line was not taken: what the gateway said of it, or what we found before we sent it. */
export interface Refusal {
  readonly code: string;
  /** as the file calls it */
  readonly field: string | null;
  readonly message: string;
}

/** No sentence repeats what stands in the line: it may be a name, a number or the words of a report. */
export const lineRejections = {
  ...shapeRejections,
  LINE_TOO_LONG: '此行过长,最多 {limit} 字节',
  LINE_NOT_UTF8: '此行的编码与文件不符,应为 UTF-8 或 GBK',
  LINE_NOT_JSON: '此行不是有效的 JSON',
  LINE_NOT_OBJECT: '此行不是 JSON 对象',
  ROW_TOO_WIDE: '此行的列数多于表头',
  TOWN_UNKNOWN: '{field} 不是本县的乡镇(街道)名称',
  BAD_USER_INPUT: '网关不接受此行的内容',
} as const;

const rejection = rejections(lineRejections);

/** Says no to a line. */
export function refuse(
  code: keyof typeof lineRejections,
  details: Readonly<Record<string, string | number>> = {},
): Refusal {
  const { message, field } = rejection(code, details);
  return { code, field, message };
}

/** One line of the list of refused lines: `line 17: FIELD_TOO_LONG text …`. */
export function refusedLine(number: number, { code, field, message }: Refusal): string {
  const named = field === null || message.includes(field) ? message : `${field} ${message}`;
  return `line ${number}: ${code} ${named}`;
}
