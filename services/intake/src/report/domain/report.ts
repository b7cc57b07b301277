import type { Channel } from '@qifutong/contracts/fields';

/** One contact through one channel. Never changed after it is taken. */
export interface Report {
  readonly id: string;
  readonly issueId: string;
  /** the issue that it came with, where that was merged into this one */
  readonly firstIssueId: string | null;
  readonly channel: Channel;
  readonly text: string;
  /** as given: may name no firm of the register */
  readonly firmCreditCode: string | null;
  readonly firmName: string | null;
  readonly townCode: string | null;
  readonly externalRef: string | null;
  readonly requestId: string | null;
  readonly takenBy: string;
  readonly receivedAt: Date;
  readonly registeredAt: Date;
}
