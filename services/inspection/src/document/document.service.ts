import { Inject, Injectable } from '@nestjs/common';
import { compactDay, countyDay } from '@qifutong/kernel/county-time';
import { Database, type Tx } from '@qifutong/persistence/database';
import { drawNumber } from '@qifutong/persistence/number-series';
import { shaped } from '@qifutong/platform/answer';
import type { ServiceConfig } from '@qifutong/platform/config';
import { ownFirmOnly } from '@qifutong/platform/scope';
import { words } from '@qifutong/platform/shape';
import { CONFIG } from '@qifutong/platform/tokens';
import type { Viewer } from '@qifutong/platform/viewer';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import type { AcknowledgeDocumentInput } from '../generated/graphql.ts';
import { DocumentTable, ProcessPolicyTable } from './document.table.ts';
import { acknowledge } from './domain/acknowledge.ts';
import { prefixes, type DocumentKind, type IssuedDocument, type ProcessPolicy } from './domain/document.ts';
import { printable, type OfficialForm } from './domain/printable.ts';
import { reject } from './domain/rejections.ts';

const shape = z.object({ number: words(30) });

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
    const day = countyDay(at, this.timeZone);
    const running = await drawNumber(tx.manager, kind, day);
    const number = `${prefixes[kind]}${compactDay(day)}-${String(running).padStart(4, '0')}`;
    const unread = { acknowledgedAt: null, acknowledgedBy: null };
    await tx.manager.insert(DocumentTable, { number, creditCode, issuedAt: at, ...unread });
    return number;
  }

  async policy(manager: EntityManager): Promise<ProcessPolicy> {
    const [latest] = await manager.find(ProcessPolicyTable, { order: { version: 'DESC' }, take: 1 });
    if (!latest) throw new TypeError('process_policy is empty: a migration fills it');
    return latest;
  }

  /** By the firm itself, or by the inspector who served it. */
  acknowledge(viewer: Viewer, input: AcknowledgeDocumentInput): Promise<IssuedDocument> {
    const { number } = shaped(shape, input);
    return this.db.transaction(async (tx) => {
      const lock = { mode: 'for_no_key_update' } as const;
      const before = await tx.manager.findOne(DocumentTable, { where: { number }, lock });
      if (!before || !ownFirmOnly(viewer, before.creditCode)) throw reject('DOCUMENT_NOT_FOUND', { field: 'number' });
      const after = acknowledge(before, viewer.sub, await tx.now());
      if (after !== before) await tx.manager.update(DocumentTable, { number }, after);
      return after;
    });
  }

  async printed(form: OfficialForm): Promise<string> {
    const receipt = await this.db.source.manager.findOneByOrFail(DocumentTable, { number: form.number });
    return printable(form, receipt, this.timeZone);
  }
}
