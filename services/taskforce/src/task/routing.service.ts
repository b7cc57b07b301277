import { Injectable } from '@nestjs/common';
import { domain, nature, townCode, urgency } from '@qifutong/contracts/fields';
import { appendNext } from '@qifutong/persistence/append-next';
import { Database } from '@qifutong/persistence/database';
import { isUniqueViolation } from '@qifutong/persistence/unique-violation';
import { shaped } from '@qifutong/platform/answer';
import { seesWholeCounty } from '@qifutong/platform/scope';
import { orNull, words } from '@qifutong/platform/shape';
import type { Viewer } from '@qifutong/platform/viewer';
import { z } from 'zod';
import type { RoutingDryRunInput, SetRoutingRulesInput } from '../generated/graphql.ts';
import { ReceivingQueries } from '../roster/receiving.queries.ts';
import { TaskForceQueries } from '../roster/task-force.queries.ts';
import type { Subject } from './domain/criteria.ts';
import { dryRun, foundedFor, type DryRun } from './domain/dry-run.ts';
import { reject } from './domain/routing-rejections.ts';
import { setRoutingRules, type RoutingRules, type TaskForcesKnown } from './domain/set-routing-rules.ts';
import { RoutingQueries } from './routing.queries.ts';
import { RoutingRulesVersionTable, RoutingRuleTable } from './rules.table.ts';

const criteria = {
  domain: orNull(domain),
  nature: orNull(nature),
  townCode: orNull(townCode),
  urgency: orNull(urgency),
};
const ruleShape = z.object({ ...criteria, taskForce: words(40) });
const settingShape = z.object({ version: z.int(), rules: z.array(ruleShape).max(200) });
const trialShape = z
  .object({ ...criteria, issueId: orNull(z.uuid()), commonIssueId: orNull(z.uuid()) })
  .refine(({ issueId, commonIssueId }) => issueId === null || commonIssueId === null, { path: ['commonIssueId'] });

type Trial = z.output<typeof trialShape>;

@Injectable()
export class RoutingService {
  constructor(
    private readonly db: Database,
    private readonly queries: RoutingQueries,
    private readonly taskForces: TaskForceQueries,
    private readonly receiving: ReceivingQueries,
  ) {}

  /** Of two who replace the same version, one is told that it has changed. */
  async set({ sub: by }: Viewer, input: SetRoutingRulesInput): Promise<RoutingRules> {
    const setting = { ...shaped(settingShape, input), by };
    try {
      return await this.#set(setting);
    } catch (cause) {
      if (!isUniqueViolation(cause, 'routing_rules_version_pkey')) throw cause;
      throw reject('ROUTING_RULES_CHANGED', { field: 'version', version: (await this.#newest()).version });
    }
  }

  async dryRun(viewer: Viewer, input: RoutingDryRunInput): Promise<DryRun & { version: number }> {
    const { issueId, commonIssueId, ...said } = shaped(trialShape, input);
    const known = issueId === null ? {} : await this.#known(viewer, issueId);
    const common = commonIssueId === null ? {} : await this.#commonIssue(viewer, commonIssueId);
    const subject = subjectOf(said, { ...known, ...common });
    const founded =
      commonIssueId === null ? null : await this.receiving.foundedFor(this.db.source.manager, commonIssueId);
    const { version, rules } = await this.#newest();
    if (founded !== null) return { version, ...foundedFor(founded, subject) };
    const { living } = await this.#taskForces();
    return { version, ...dryRun(rules, living, subject) };
  }

  async #set(setting: Parameters<typeof setRoutingRules>[1]): Promise<RoutingRules> {
    const [{ version: newest }, known] = [await this.#newest(), await this.#taskForces()];
    return this.db.transaction(async (tx) => {
      const now = await tx.now();
      const { state, events } = setRoutingRules(newest, setting, known, now);
      const { rules, ...version } = state;
      await tx.manager.insert(RoutingRulesVersionTable, version);
      await tx.manager.insert(RoutingRuleTable, [...rules]);
      for (const event of events) await appendNext(tx, event, now);
      return state;
    });
  }

  async #newest(): Promise<RoutingRules> {
    const newest = await this.queries.version(null);
    if (!newest) throw new TypeError('there is no version of the routing rules');
    return newest;
  }

  async #taskForces(): Promise<TaskForcesKnown> {
    const all = await this.taskForces.all(null);
    const living = all.filter(({ dissolvedAt }) => dissolvedAt === null);
    return { all: new Set(all.map(({ code }) => code)), living: new Set(living.map(({ code }) => code)) };
  }

  /** Whoever sees no cases is not told what an issue is about. */
  async #known(viewer: Viewer, issueId: string): Promise<Partial<Subject>> {
    const known = seesWholeCounty(viewer) ? await this.queries.subjectOf(issueId) : null;
    if (!known) throw reject('ROUTING_ISSUE_UNKNOWN', { field: 'issueId' });
    return known;
  }

  async #commonIssue(viewer: Viewer, id: string): Promise<Partial<Subject>> {
    const [known] = seesWholeCounty(viewer) ? await this.taskForces.commonIssues([id]) : [];
    if (!known) throw reject('ROUTING_COMMON_ISSUE_UNKNOWN', { field: 'commonIssueId' });
    return { domain: known.domain, nature: 'COMMON' };
  }
}

function subjectOf(said: Omit<Trial, 'issueId' | 'commonIssueId'>, known: Partial<Subject>): Subject {
  const about = said.domain ?? known.domain;
  if (!about) throw reject('ROUTING_DOMAIN_UNKNOWN', { field: 'domain' });
  return {
    domain: about,
    nature: said.nature ?? known.nature ?? 'INDIVIDUAL',
    townCode: said.townCode ?? known.townCode ?? null,
    urgency: said.urgency ?? known.urgency ?? 'NORMAL',
  };
}
