import { reject } from './rejections.ts';
import type { Report } from './report.ts';
import type { Submission, Submitter } from './take.ts';

/** The report that the same submission gave before; a firm is not shown that of another whose request id or reference it repeats. */
export function recognise(earlier: Report, { requestId }: Pick<Submission, 'requestId'>, by: Submitter): Report {
  if (by.firm === null || earlier.firmCreditCode === by.firm) return earlier;
  const field = requestId !== null && earlier.requestId === requestId ? 'requestId' : 'externalRef';
  throw reject('REPORT_OF_OTHER_FIRM', { field });
}
