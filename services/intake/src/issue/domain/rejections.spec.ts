import { describe, expect, it } from '@jest/globals';
import { channels, domains, rejectionReasons, urgencies } from '@qifutong/contracts/fields';
import { firmSizes } from '../../firm/firm.table.ts';
import { reportRejections } from '../../report/domain/rejections.ts';
import { enumOf } from '../../../test/sdl.ts';
import { issueStatuses } from './issue.ts';
import { callbackOutcomes, satisfactions } from './callback.ts';
import { issueRejections } from './rejections.ts';

describe('what the SDL lists and what the rules know are the same', () => {
  it.each<[string, readonly string[]]>([
    ['IssueRejectionCode', Object.keys(issueRejections)],
    ['ReportRejectionCode', Object.keys(reportRejections)],
    ['IssueStatus', issueStatuses],
    ['CallbackOutcome', callbackOutcomes],
    ['Satisfaction', satisfactions],
    ['RejectionReason', rejectionReasons],
    ['Channel', channels],
    ['Domain', domains],
    ['Urgency', urgencies],
    ['FirmSize', firmSizes],
  ])('%s', (name, known) => {
    expect(enumOf(name)).toEqual(known);
  });
});
