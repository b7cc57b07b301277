import { CallRemoval } from '../call/call-removal.service.ts';
import { PseudonymService } from '../report/pseudonym.service.ts';
import { CarryOutRetention } from './carry-out-retention.job.ts';
import { DryRunQueries } from './dry-run.queries.ts';
import { DryRunService } from './dry-run.service.ts';
import { RetentionPolicyQueries } from './retention-policy.queries.ts';
import { RetentionPolicyService } from './retention-policy.service.ts';
import { RetentionQueries } from './retention.queries.ts';
import { RetentionResolver } from './retention.resolver.ts';
import { RetentionService } from './retention.service.ts';
import { RetentionStep } from './retention-step.service.ts';

/** How long what is kept stays. */
export const retention = [
  RetentionPolicyQueries,
  RetentionPolicyService,
  RetentionQueries,
  RetentionStep,
  RetentionService,
  CarryOutRetention,
  DryRunQueries,
  DryRunService,
  PseudonymService,
  CallRemoval,
  RetentionResolver,
];
