import { Injectable } from '@nestjs/common';
import { channel } from '@qifutong/contracts/fields';
import { Database, type Tx } from '@qifutong/persistence/database';
import { isUniqueViolation } from '@qifutong/persistence/unique-violation';
import { shaped } from '@qifutong/platform/answer';
import { callerError } from '@qifutong/platform/errors';
import { confinedToFirm } from '@qifutong/platform/scope';
import { exactWords, optionalWords, orNull, words } from '@qifutong/platform/shape';
import type { Viewer } from '@qifutong/platform/viewer';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import type { SubmitReportInput } from '../generated/graphql.ts';
import type { Issue } from '../issue/domain/issue.ts';
import { IssueService } from '../issue/issue.service.ts';
import { Suggester } from '../likeness/suggester.service.ts';
import { assertAskable } from './domain/assert-askable.ts';
import { assertLoadable } from './domain/assert-loadable.ts';
import { recognise } from './domain/recognise.ts';
import { reject } from './domain/rejections.ts';
import type { Report } from './domain/report.ts';
import type { Reporter } from './domain/reporter.ts';
import { take, type Submitter } from './domain/take.ts';
import { ReportQueries, type Circumstances } from './report.queries.ts';
import { ReportTable } from './report.table.ts';
import { ReporterTable } from './reporter.table.ts';
import { SealService } from './seal.service.ts';

const shape = z.object({
  channel,
  text: exactWords(4000),
  firmCreditCode: optionalWords(18),
  firmName: optionalWords(200),
  townCode: optionalWords(9),
  reporterName: optionalWords(100),
  reporterPhone: optionalWords(40),
  confidential: z.boolean().nullish().transform(Boolean),
  externalRef: optionalWords(100),
  requestId: optionalWords(100),
  receivedAt: orNull(z.date()),
  issueId: orNull(z.uuid().toLowerCase()),
  firstContact: orNull(z.object({ sub: words(100), name: words(100) })),
});

type Taken = ReturnType<typeof take>;

/** A report, and its issue where it was registered just now. */
export interface Registered {
  readonly report: Report;
  readonly issue: Issue | null;
}

@Injectable()
export class ReportService {
  constructor(
    private readonly db: Database,
    private readonly queries: ReportQueries,
    private readonly issues: IssueService,
    private readonly suggestions: Suggester,
    private readonly seals: SealService,
  ) {}

  /** Durable once it answers. The same submission sent again gives the same report and creates nothing. */
  async submit(viewer: Viewer, input: SubmitReportInput): Promise<Registered> {
    await this.suggestions.keepingUp();
    return this.#take(viewer, input, (registering, now) =>
      registering.issueId === null
        ? this.#register(registering, now)
        : this.#add(registering, registering.issueId, now),
    );
  }

  /** Registers a report of the past as of the moment it was received. */
  load(viewer: Viewer, input: SubmitReportInput): Promise<Registered> {
    return this.#take(viewer, input, async (registering, now) => {
      const receivedAt = input.receivedAt ?? null;
      assertLoadable(receivedAt, await this.queries.loaded());
      return this.#register({ ...registering, loaded: true }, receivedAt, now);
    });
  }

  async #take(viewer: Viewer, input: SubmitReportInput, place: Place): Promise<Registered> {
    const { reporterName, reporterPhone, confidential, issueId, ...submission } = shaped(shape, input);
    const submitter = submitterOf(viewer);
    const now = await this.db.now();
    const taken = take(submission, submitter, now);
    const met = await this.queries.circumstances(taken);
    if (met.earlierId !== null) return this.#again(met.earlierId, taken, submitter);
    if (!met.townKnown) throw reject('REPORT_TOWN_UNKNOWN', { field: 'townCode', code: String(taken.townCode) });
    const id = uuidv7();
    const reporter = await this.seals.seal(id, { name: reporterName, phone: reporterPhone }, confidential);
    try {
      return await place({ id, taken, met, reporter, submitter, issueId }, now);
    } catch (cause) {
      const again = isUniqueViolation(cause, 'report_request_id') || isUniqueViolation(cause, 'report_external_ref');
      const { earlierId } = again ? await this.queries.circumstances(taken) : met;
      if (earlierId !== null) return this.#again(earlierId, taken, submitter);
      throw cause;
    }
  }

  async #again(earlierId: string, taken: Taken, submitter: Submitter): Promise<Registered> {
    return { report: recognise(await this.queries.byId(earlierId), taken, submitter), issue: null };
  }

  async #register(registering: Registering & { loaded?: true }, registeredAt: Date, now = registeredAt) {
    const { taken, met, submitter, loaded } = registering;
    const { firm } = met;
    const id = uuidv7();
    const registration = {
      id,
      reportId: registering.id,
      ...(await this.issues.drawNumber(registeredAt)),
      channel: taken.channel,
      firmCreditCode: firm?.creditCode ?? null,
      firmName: taken.firmName ?? firm?.name ?? null,
      townCode: taken.townCode ?? firm?.townCode ?? null,
      firstContact: taken.firstContact,
      takenBy: submitter.firm === null ? submitter.sub : null,
      ...(loaded ? { loaded } : {}),
    };
    const registered = await this.db.transaction(async (tx) => {
      if (loaded) assertLoadable(registeredAt, await this.queries.loaded(tx));
      const issue = await this.issues.register(tx, registration, registeredAt, now);
      return { report: await this.#keep(tx, registering, { issueId: id, firstIssueId: null, registeredAt }), issue };
    });
    this.suggestions.wake();
    return registered;
  }

  /** Adds the report to the issue about which the firm asks again, or to the one into which that was merged. */
  #add(registering: Registering, issueId: string, now: Date): Promise<Registered> {
    const { id, taken, met, submitter } = registering;
    const firmCreditCode = met.firm?.creditCode ?? taken.firmCreditCode;
    const takenBy = submitter.firm === null ? [submitter.sub, taken.firstContact.sub] : [];
    const further = { issueId, id, channel: taken.channel, firm: met.firm, takenBy };
    return this.db.transaction(async (tx) => {
      const issue = await this.issues.reportAgain(tx, further, (asked, open) =>
        assertAskable(asked, { open, firmCreditCode, by: submitter.firm }),
      );
      const landed = { issueId: issue.id, firstIssueId: issue.id === issueId ? null : issueId };
      return { report: await this.#keep(tx, registering, { ...landed, registeredAt: now }), issue };
    });
  }

  async #keep(tx: Tx, { id, taken, reporter, submitter }: Registering, placed: Placed): Promise<Report> {
    const { firstContact: _, ...told } = taken;
    const report: Report = { ...told, ...placed, id, takenBy: submitter.sub };
    await tx.manager.insert(ReportTable, report);
    await tx.manager.insert(ReporterTable, reporter);
    return report;
  }
}

type Placed = Pick<Report, 'issueId' | 'firstIssueId' | 'registeredAt'>;
type Place = (registering: Registering, now: Date) => Promise<Registered>;

interface Registering {
  /** of the report */
  readonly id: string;
  readonly taken: Taken;
  readonly met: Circumstances;
  readonly reporter: Reporter;
  readonly submitter: Submitter;
  /** the issue about which the firm asks again */
  readonly issueId: string | null;
}

function submitterOf(viewer: Viewer): Submitter {
  const firm = confinedToFirm(viewer);
  if (firm === '') throw callerError('FORBIDDEN', 'the access token of a firm names no firm');
  return { sub: viewer.sub, name: viewer.name, firm };
}
