import { Inject, Injectable } from '@nestjs/common';
import { compactDay, countyDay } from '@qifutong/kernel/county-time';
import { save } from '@qifutong/persistence/change';
import { Database, type Tx } from '@qifutong/persistence/database';
import { insertAll } from '@qifutong/persistence/insert-all';
import { drawNumbers } from '@qifutong/persistence/number-series';
import { shaped } from '@qifutong/platform/answer';
import type { ServiceConfig } from '@qifutong/platform/config';
import { ownFirmOnly } from '@qifutong/platform/scope';
import { words } from '@qifutong/platform/shape';
import { CONFIG } from '@qifutong/platform/tokens';
import type { Viewer } from '@qifutong/platform/viewer';
import { In } from 'typeorm';
import { z } from 'zod';
import { reaches } from '../enrolment/reach.queries.ts';
import type { AcknowledgeDocumentInput } from '../generated/graphql.ts';
import { documents, DocumentTable } from './document.table.ts';
import { acknowledge } from './domain/acknowledge.ts';
import { prefixes, type DocumentKind, type IssuedDocument } from './domain/document.ts';
import { reject } from './domain/rejections.ts';
import { printable, type OfficialForm } from './domain/printable.ts';

const shape = z.object({ number: words(30) });
const unacknowledged = { acknowledgedAt: null, acknowledgedBy: null };

@Injectable()
export class DocumentService {
  constructor(
    private readonly db: Database,
    @Inject(CONFIG) private readonly config: ServiceConfig,
  ) {}

  get timeZone(): string {
    return this.config.COUNTY_TIME_ZONE;
  }

  /**
   * Enters a document into the register, addressed to a firm.
   * @returns its number. In one transaction series are drawn in the order 改, 停, 约: two that want both never wait for each other.
   */
  async issue(tx: Tx, kind: DocumentKind, creditCode: string, at: Date): Promise<string> {
    const [number] = await this.issueAll(tx, kind, [creditCode], at);
    return number!;
  }

  /** The same for many firms, at least one, in as many statements. */
  async issueAll(tx: Tx, kind: DocumentKind, creditCodes: readonly string[], at: Date): Promise<string[]> {
    const day = countyDay(at, this.timeZone);
    const first = await drawNumbers(tx.manager, kind, day, creditCodes.length);
    const numbers = creditCodes.map(
      (_, i) => `${prefixes[kind]}${compactDay(day)}-${String(first + i).padStart(4, '0')}`,
    );
    const unread = { version: 0, ...unacknowledged };
    const rows = creditCodes.map((creditCode, i) => ({ number: numbers[i]!, creditCode, issuedAt: at, ...unread }));
    await insertAll(tx, DocumentTable, rows);
    return numbers;
  }

  /** Another text is issued under their numbers: who had the draft, the application or the earlier date has not got that. The event of an earlier receipt stays. */
  async reissue({ manager }: Tx, ...numbers: readonly string[]): Promise<void> {
    if (numbers.length > 0) await manager.update(DocumentTable, { number: In([...numbers]) }, unacknowledged);
  }

  /** By the firm itself, or by the inspector who served it. */
  acknowledge(viewer: Viewer, input: AcknowledgeDocumentInput): Promise<IssuedDocument> {
    const { number } = shaped(shape, input);
    return this.db.transaction(async (tx) => {
      const lock = { mode: 'for_no_key_update' } as const;
      const before = await tx.manager.findOne(DocumentTable, { where: { number }, lock });
      if (!before || !ownFirmOnly(viewer, before.creditCode)) throw documents.notFound();
      if (!(await reaches(tx.manager, viewer, before.creditCode)))
        throw reject('DOCUMENT_OF_ANOTHER_TOWN', { field: 'number', number });
      return save(tx, documents, before, (document, now) => acknowledge(document, viewer.sub, now));
    });
  }

  async printed(form: OfficialForm): Promise<string> {
    const receipt = await this.db.source.manager.findOneByOrFail(DocumentTable, { number: form.number });
    return printable(form, receipt, this.timeZone);
  }
}
