import { describe, expect, it } from '@jest/globals';
import { enumOf } from '../../../test/sdl.ts';
import { batchStates, outcomes, revertOutcomes } from '../../batch/domain/batch.ts';
import { verdicts } from '../../batch/domain/judge.ts';
import { batchRejections } from '../../batch/domain/rejections.ts';
import { guidanceStates } from '../../guidance/domain/guidance.ts';
import { guidanceRejections } from '../../guidance/domain/rejections.ts';
import { commonIssueStates, memberStates, origins } from './common-issue.ts';
import { commonIssueRejections } from './rejections.ts';

/** What an issue, or a common issue, says no with where it is met on the way. */
const ofIssues = ['ISSUE_NOT_FOUND', 'ISSUE_STATUS_FORBIDS_MOVE', 'ISSUE_IN_COMMON_ISSUE', 'ISSUE_NOT_IN_COMMON_ISSUE'];
const ofCommonIssues = ['COMMON_ISSUE_NOT_FOUND', 'COMMON_ISSUE_STATE_FORBIDS_MOVE'];

describe('what the SDL lists and what the rules know are the same', () => {
  it.each<[string, readonly string[]]>([
    ['CommonIssueRejectionCode', [...Object.keys(commonIssueRejections), ...ofIssues]],
    ['GuidanceRejectionCode', [...Object.keys(guidanceRejections), ...ofCommonIssues]],
    ['BatchRejectionCode', Object.keys(batchRejections)],
    ['CommonIssueState', commonIssueStates],
    ['CommonIssueOrigin', origins],
    ['CommonIssueMemberState', memberStates],
    ['GuidanceState', guidanceStates],
    ['BatchState', batchStates],
    ['BatchVerdict', verdicts],
    ['BatchOutcome', outcomes],
    ['BatchRevertOutcome', revertOutcomes],
  ])('%s', (name, known) => {
    expect(enumOf(name)).toEqual(known);
  });
});
