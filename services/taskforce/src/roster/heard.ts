import { OnCommonIssueConfirmed } from './on-common-issue-confirmed.handler.ts';
import { OnCommonIssueDispatched } from './on-common-issue-dispatched.handler.ts';

/** What of intake's events makes a common issue known here. */
export const heardByRoster = [OnCommonIssueConfirmed, OnCommonIssueDispatched] as const;
