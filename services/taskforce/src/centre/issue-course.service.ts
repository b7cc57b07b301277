import { Injectable } from '@nestjs/common';
import type { CentreClockKind, Domain, Urgency } from '@qifutong/contracts/fields';
import type { CloudEvent } from '@qifutong/contracts/cloud-event';
import type { issueRegistered } from '@qifutong/contracts/intake/issue-registered';
import type { issueTriaged } from '@qifutong/contracts/intake/issue-triaged';
import type { issueWrittenOff } from '@qifutong/contracts/intake/issue-written-off';
import type { Tx } from '@qifutong/persistence/database';
import type { z } from 'zod';
import type { Task } from '../task/domain/task.ts';
import { CentreClockService } from './centre-clock.service.ts';
import { IssueCourseTable } from './centre.table.ts';
import { hasLeftSince, withHeard, withOwn, withTold, type Course, type CourseFactType } from './domain/course.ts';
import { ownFact } from './domain/own-fact.ts';

/** What is told of an issue along with what happened to it. */
interface About {
  readonly issueId: string;
  readonly number: string;
  readonly domain?: Domain | null | undefined;
  readonly urgency?: Urgency | undefined;
  readonly townCode?: string | null | undefined;
}

interface Fact extends About {
  readonly round: number;
  readonly at: Date;
  readonly awaits?: CentreClockKind | null;
  readonly callbackDueAt?: Date | undefined;
}

/** The course of an issue as intake and its own task tell it, and the centre's clocks that follow from it. */
@Injectable()
export class IssueCourseService {
  constructor(private readonly clocks: CentreClockService) {}

  /** An older release did not say of history that it was loaded: to be dispatched it counts from when that was announced. */
  register(tx: Tx, told: z.output<typeof issueRegistered.data>, event: CloudEvent): Promise<void> {
    const saidAt = new Date(event.time);
    const at = saidAt > told.registeredAt ? saidAt : told.registeredAt;
    return this.hear(tx, told.loaded ? 'LOADED' : 'REGISTERED', { ...told, round: 1, at }, event);
  }

  /** What it is about is known, or is something else than was said before. */
  triaged(tx: Tx, told: z.output<typeof issueTriaged.data>, { sequence }: CloudEvent): Promise<void> {
    return this.#go(tx, told, (course) => withHeard(course, Number(sequence)));
  }

  writtenOff(tx: Tx, told: z.output<typeof issueWrittenOff.data>, event: CloudEvent): Promise<void> {
    const type = told.unreached ? 'WRITTEN_OFF_UNREACHED' : 'WRITTEN_OFF';
    return this.hear(tx, type, { ...told, at: told.writtenOffAt }, event);
  }

  /** Intake said it; said again, it has no second effect. */
  hear(tx: Tx, type: CourseFactType, fact: Fact, { sequence }: CloudEvent): Promise<void> {
    const { round, at, awaits = null, callbackDueAt } = fact;
    return this.#go(tx, fact, (course) =>
      withTold(course, { type, round, at, awaits, callbackDueAt }, Number(sequence)),
    );
  }

  /** Its task says it, in the transaction in which it happened. */
  async follow(tx: Tx, before: Task | null, after: Task): Promise<void> {
    const { issueId, number } = after;
    const own = ownFact(before, after);
    if (issueId === null || own === null) return;
    const fact = { ...own, round: after.round, awaits: null };
    await this.#go(tx, { issueId, number }, (course) => withOwn(course, fact));
  }

  /** Whether it was merged or rejected since the dispatch with which that task of it began. */
  async hasLeftSince({ manager }: Tx, task: Task & { readonly issueId: string }): Promise<boolean> {
    const { issueId, round, dispatchedAt, firstDispatchedAt } = task;
    const course = await manager.findOneBy(IssueCourseTable, { issueId });
    return course !== null && hasLeftSince(course, round, firstDispatchedAt ?? dispatchedAt);
  }

  /** It turned out of which town it is. */
  async place(tx: Tx, issueId: string, townCode: string | null): Promise<void> {
    await tx.manager.update(IssueCourseTable, { issueId }, { townCode });
    await this.clocks.moveToTown(tx, issueId, townCode);
  }

  async #go(tx: Tx, about: About, add: (course: Course) => Course): Promise<void> {
    const before = await this.#lock(tx, about);
    const { domain, urgency, townCode } = about;
    const after = add({
      ...before,
      domain: domain ?? before.domain,
      urgency: urgency ?? before.urgency,
      townCode: townCode ?? before.townCode,
    });
    if (after.heard === before.heard && after.facts.length === before.facts.length) return;
    await tx.manager.update(IssueCourseTable, { issueId: after.issueId }, after);
    await this.clocks.follow(tx, after);
  }

  async #lock({ manager }: Tx, { issueId, number }: About): Promise<Course> {
    const unheard = { issueId, number, domain: null, urgency: null, townCode: null, heard: 0, facts: [] };
    const insert = manager.createQueryBuilder().insert().into(IssueCourseTable).values(unheard);
    await insert.orIgnore().execute();
    const lock = { mode: 'for_no_key_update' } as const;
    return manager.findOneOrFail(IssueCourseTable, { where: { issueId }, lock });
  }
}
