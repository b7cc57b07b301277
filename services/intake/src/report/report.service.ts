import { Inject, Injectable } from '@nestjs/common';
import { channel } from '@qifutong/contracts/fields';
import { countyDay } from '@qifutong/kernel/county-time';
import { create } from '@qifutong/persistence/change';
import { Database } from '@qifutong/persistence/database';
import { drawNumber } from '@qifutong/persistence/number-series';
import { isUniqueViolation } from '@qifutong/persistence/unique-violation';
import { shaped } from '@qifutong/platform/answer';
import type { ServiceConfig } from '@qifutong/platform/config';
import { confinedToFirm } from '@qifutong/platform/scope';
import { optionalWords, words } from '@qifutong/platform/shape';
import { CONFIG } from '@qifutong/platform/tokens';
import type { Viewer } from '@qifutong/platform/viewer';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { FirmQueries } from '../firm/firm.queries.ts';
import type { SubmitReportInput } from '../generated/graphql.ts';
import { register } from '../issue/domain/register.ts';
import { issues } from '../issue/issue.table.ts';
import { TownQueries } from '../town/town.queries.ts';
import { recognise } from './domain/recognise.ts';
import { reject } from './domain/rejections.ts';
import type { Report, Reporter } from './domain/report.ts';
import { take } from './domain/take.ts';
import { ReportQueries } from './report.queries.ts';
import { ReporterTable, ReportTable } from './report.table.ts';

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
type ReporterContact = Pick<z.output<typeof shape>, 'reporterName' | 'reporterPhone' | 'confidential'>;

@Injectable()
export class ReportService {
  constructor(
    private readonly db: Database,
    private readonly queries: ReportQueries,
    private readonly firms: FirmQueries,
    private readonly towns: TownQueries,
    @Inject(CONFIG) private readonly config: ServiceConfig,
  ) {}

  /** Durable once it answers. The same submission sent again gives the same report and creates nothing. */
  async submit(viewer: Viewer, input: SubmitReportInput): Promise<Report> {
    const { reporterName, reporterPhone, confidential, ...submission } = shaped(shape, input);
    const submitter = { sub: viewer.sub, name: viewer.name, firm: confinedToFirm(viewer) };
    const taken = take(submission, submitter, await this.db.now());
    const earlier = await this.queries.earlier(taken);
    if (earlier) return recognise(earlier, taken, submitter);
    try {
      return await this.#register(viewer, await this.#placed(taken), { reporterName, reporterPhone, confidential });
    } catch (cause) {
      const again = isUniqueViolation(cause, 'report_request_id') || isUniqueViolation(cause, 'report_external_ref');
      const winner = again ? await this.queries.earlier(taken) : null;
      if (winner) return recognise(winner, taken, submitter);
      throw cause;
    }
  }

  /** Finds the firm, and the town where it was not said. */
  async #placed(taken: Taken): Promise<Taken & { firm: string | null }> {
    const { firmCreditCode, firmName, townCode } = taken;
    const firm =
      firmCreditCode === null
        ? firmName && (await this.firms.byName(firmName))
        : await this.firms.byCreditCode(firmCreditCode);
    if (townCode !== null && (await this.towns.byCodes([townCode]))[0] === null) {
      throw reject('REPORT_TOWN_UNKNOWN', { field: 'townCode', code: townCode });
    }
    if (!firm) return { ...taken, firm: null };
    return { ...taken, firm: firm.creditCode, firmName: firmName ?? firm.name, townCode: townCode ?? firm.townCode };
  }

  async #register(viewer: Viewer, taken: Taken & { firm: string | null }, contact: ReporterContact): Promise<Report> {
    const { firm, firstContact, ...told } = taken;
    const now = await this.db.now();
    const day = countyDay(now, this.config.COUNTY_TIME_ZONE);
    const runningNumber = await drawNumber(this.db.source.manager, 'issue', day);
    const [id, reportId] = [uuidv7(), uuidv7()];
    const { channel: through, firmName, townCode } = told;
    const registered = register(
      { id, reportId, day, runningNumber, channel: through, firmCreditCode: firm, firmName, townCode, firstContact },
      now,
    );
    const report: Report = { ...told, id: reportId, issueId: id, takenBy: viewer.sub, registeredAt: now };
    return this.db.transaction(async (tx) => {
      await create(tx, issues, registered, now);
      await tx.manager.insert(ReportTable, report);
      await tx.manager.insert(ReporterTable, reporterOf(reportId, contact));
      return report;
    });
  }
}

function reporterOf(reportId: string, contact: ReporterContact): Reporter {
  return { reportId, name: contact.reporterName, phone: contact.reporterPhone, confidential: contact.confidential };
}
