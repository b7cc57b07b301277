import { describe, expect, it } from '@jest/globals';
import { channels, domains, exported, firmSizes, rejectionReasons, urgencies } from '@qifutong/contracts/fields';
import { callPurposes } from '../../call/call.table.ts';
import { callRejections } from '../../call/domain/rejections.ts';
import { exportRejections } from '../../export/domain/rejections.ts';
import { entryOutcomes } from '../../firm/domain/enter-firms.ts';
import { firmRejections } from '../../firm/domain/rejections.ts';
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
    ['FirmRejectionCode', Object.keys(firmRejections)],
    ['CallRejectionCode', Object.keys(callRejections)],
    ['CallPurpose', callPurposes],
    ['ExportRejectionCode', Object.keys(exportRejections)],
    ['Exported', exported.options],
    ['FirmRowOutcome', entryOutcomes],
    ['RejectionReason', rejectionReasons],
    ['Channel', channels],
    ['Domain', domains],
    ['Urgency', urgencies],
    ['FirmSize', firmSizes],
  ])('%s', (name, known) => {
    expect(enumOf(name)).toEqual(known);
  });
});
