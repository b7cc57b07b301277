import { Injectable } from '@nestjs/common';
import { channel } from '@qifutong/contracts/fields';
import { Database } from '@qifutong/persistence/database';
import { isUniqueViolation } from '@qifutong/persistence/unique-violation';
import { shaped } from '@qifutong/platform/answer';
import { callerError } from '@qifutong/platform/errors';
import { confinedToFirm } from '@qifutong/platform/scope';
import { optionalWords, words } from '@qifutong/platform/shape';
import type { Viewer } from '@qifutong/platform/viewer';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import type { SubmitReportInput } from '../generated/graphql.ts';
import type { Issue } from '../issue/domain/issue.ts';
import { IssueService } from '../issue/issue.service.ts';
import { SuggestionService } from '../likeness/suggestion.service.ts';
import { recognise } from './domain/recognise.ts';
import { reject } from './domain/rejections.ts';
import type { Report } from './domain/report.ts';
import type { Contact } from './domain/reporter.ts';
import { take, type Submitter } from './domain/take.ts';
import { ReportQueries, type Circumstances } from './report.queries.ts';
import { ReportTable } from './report.table.ts';
import { ReporterTable } from './reporter.table.ts';
import { SealService } from './seal.service.ts';

const shape = z.object({
  channel,
  text: words(4000),
  firmCreditCode: optionalWords(18),
  firmName: optionalWords(200),
  townCode: optionalWords(9),
  reporterName: optionalWords(100),
  reporterPhone: optionalWords(40),
  confidential: z.boolean().nullish().transform(Boolean),
  externalRef: optionalWords(100),
  requestId: optionalWords(100),
  receivedAt: z
    .date()
    .nullish()
    .transform((at) => at ?? null),
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
    private readonly suggestions: SuggestionService,
    private readonly seals: SealService,
  ) {}

  /** Durable once it answers. The same submission sent again gives the same report and creates nothing. */
  async submit(viewer: Viewer, input: SubmitReportInput): Promise<Registered> {
    const { reporterName, reporterPhone, confidential, ...submission } = shaped(shape, input);
    const submitter = submitterOf(viewer);
    const now = await this.db.now();
    const taken = take(submission, submitter, now);
    const met = await this.queries.circumstances(taken);
    if (met.earlierId !== null) return this.#again(met.earlierId, taken, submitter);
    if (!met.townKnown) throw reject('REPORT_TOWN_UNKNOWN', { field: 'townCode', code: String(taken.townCode) });
    const contact = { name: reporterName, phone: reporterPhone };
    try {
      return await this.#register({ taken, met, contact, confidential, takenBy: viewer.sub }, now);
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

  async #register(registering: Registering, now: Date): Promise<Registered> {
    const { taken, met, contact, confidential, takenBy } = registering;
    const { firstContact, ...told } = taken;
    const { firm } = met;
    const [id, reportId] = [uuidv7(), uuidv7()];
    const registration = {
      id,
      reportId,
      ...(await this.issues.drawNumber(now)),
      channel: told.channel,
      firmCreditCode: firm?.creditCode ?? null,
      firmName: told.firmName ?? firm?.name ?? null,
      townCode: told.townCode ?? firm?.townCode ?? null,
      firstContact,
    };
    const report: Report = { ...told, id: reportId, issueId: id, takenBy, registeredAt: now };
    const reporter = await this.seals.seal(reportId, contact, confidential);
    const registered = await this.db.transaction(async (tx) => {
      const issue = await this.issues.register(tx, registration, now);
      await tx.manager.insert(ReportTable, report);
      await tx.manager.insert(ReporterTable, reporter);
      return { report, issue };
    });
    this.suggestions.wake();
    return registered;
  }
}

interface Registering {
  readonly taken: Taken;
  readonly met: Circumstances;
  readonly contact: Contact;
  readonly confidential: boolean;
  readonly takenBy: string;
}

function submitterOf(viewer: Viewer): Submitter {
  const firm = confinedToFirm(viewer);
  if (firm === '') throw callerError('FORBIDDEN', 'the access token of a firm names no firm');
  return { sub: viewer.sub, name: viewer.name, firm };
}
