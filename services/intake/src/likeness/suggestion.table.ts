import type { Domain, Urgency } from '@qifutong/contracts/fields';
import { EntitySchema } from 'typeorm';
import type { LikenessPolicy } from './domain/policy.ts';
import type { Hint } from './domain/suggest.ts';
import type { Weighed } from './domain/weigh.ts';

/** What was suggested for an issue when it was registered, or when its firm was told otherwise since. */
export interface IssueSuggestion {
  readonly issueId: string;
  readonly madeAt: Date;
  /** which scorer, in which version */
  readonly scorer: string;
  /** an endpoint is configured and did not answer in time: the words alone were compared */
  readonly fellBack: boolean;
  readonly policyVersion: number;
  readonly domain: Domain;
  readonly urgency: Urgency;
  readonly reasons: readonly string[];
  readonly duplicates: readonly Hint[];
  readonly commonIssues: readonly Hint[];
  readonly guidances: readonly Hint[];
}

/** An issue's text as it is compared: never changed once it is made, but for the key of its firm's name. */
export interface IssueLikeness {
  readonly issueId: string;
  /** by which those are found whose names may mean one firm */
  readonly firmKey: string | null;
  readonly receivedAt: Date;
  readonly weighed: Weighed;
}

/** What the issues of a common issue share. */
export interface CommonIssueCore {
  readonly commonIssueId: string;
  /** one more with every change of the core */
  readonly version: number;
  readonly core: Weighed;
  /** null while no issue belongs to it */
  readonly lastReceivedAt: Date | null;
}

const instant = { type: 'timestamptz', precision: 3 } as const;
const lines = { type: 'text', array: true } as const;

export const IssueSuggestionTable = new EntitySchema<IssueSuggestion>({
  name: 'issue_suggestion',
  columns: {
    issueId: { type: 'uuid', primary: true },
    madeAt: instant,
    scorer: { type: 'text' },
    fellBack: { type: 'boolean' },
    policyVersion: { type: 'int' },
    domain: { type: 'text' },
    urgency: { type: 'text' },
    reasons: lines,
    duplicates: { type: 'jsonb' },
    commonIssues: { type: 'jsonb' },
    guidances: { type: 'jsonb' },
  },
});

export const IssueLikenessTable = new EntitySchema<IssueLikeness>({
  name: 'issue_likeness',
  columns: {
    issueId: { type: 'uuid', primary: true },
    firmKey: { type: 'text', nullable: true },
    receivedAt: instant,
    weighed: { type: 'jsonb' },
  },
});

export const CommonIssueCoreTable = new EntitySchema<CommonIssueCore>({
  name: 'common_issue_core',
  columns: {
    commonIssueId: { type: 'uuid', primary: true },
    version: { type: 'int' },
    core: { type: 'jsonb' },
    lastReceivedAt: { ...instant, nullable: true },
  },
});

/** Who set a version, and when. */
export interface LikenessPolicyVersion {
  readonly version: number;
  readonly setAt: Date;
  readonly setBy: string | null;
}

export const LikenessPolicyVersionTable = new EntitySchema<LikenessPolicyVersion>({
  name: 'likeness_policy_version',
  columns: {
    version: { type: 'int', primary: true },
    setAt: instant,
    setBy: { type: 'text', nullable: true },
  },
});

/** A change of policy is a new version beside the old ones. */
export const LikenessPolicyTable = new EntitySchema<LikenessPolicy>({
  name: 'likeness_policy',
  columns: {
    id: { type: 'int', primary: true },
    version: { type: 'int' },
    domain: { type: 'text', nullable: true },
    alike: { type: 'real' },
    duplicate: { type: 'real' },
    firms: { type: 'int' },
    windowHours: { type: 'int' },
    duplicateDays: { type: 'int' },
  },
});
