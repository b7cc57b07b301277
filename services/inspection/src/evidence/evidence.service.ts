import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { evidenceUploaded } from '@qifutong/contracts/inspection/evidence-uploaded';
import { appendNext } from '@qifutong/persistence/append-next';
import { Database, type Tx } from '@qifutong/persistence/database';
import { CONFIG } from '@qifutong/platform/tokens';
import type { Viewer } from '@qifutong/platform/viewer';
import { v7 as uuidv7 } from 'uuid';
import type { InspectionConfig } from '../config.ts';
import { Decoding } from './decoding.ts';
import type { Evidence, Picture } from './domain/evidence.ts';
import { EvidenceStore } from './evidence-store.ts';
import { EvidenceSentTable, EvidenceTable, LeftoverTable } from './evidence.table.ts';
import { pictureOf } from './picture.ts';

function sha256Of(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

function announced(tx: Tx, { id, type, bytes, sha256, uploadedAt }: Evidence, renewed: boolean): Promise<void> {
  const told = { evidenceId: id, pictureType: type, bytes, sha256, renewed };
  return appendNext(tx, evidenceUploaded(told), uploadedAt);
}

@Injectable()
export class EvidenceService {
  constructor(
    private readonly db: Database,
    private readonly store: EvidenceStore,
    private readonly decoding: Decoding,
    @Inject(CONFIG) private readonly config: Pick<InspectionConfig, 'EVIDENCE_MAX_PIXELS'>,
  ) {}

  /** Stores a picture once, however often it is sent. @throws EVIDENCE_LINE_FULL, and what `pictureOf` throws */
  async upload({ sub }: Viewer, sent: Buffer): Promise<Evidence> {
    const sha256 = sha256Of(sent);
    const known = await this.db.transaction((tx) => this.#sentBefore(tx, sha256));
    if (known) return known;
    const picture = await this.decoding.take(() => pictureOf(sent, this.config.EVIDENCE_MAX_PIXELS));
    const id = await this.#put(picture);
    return this.db.transaction(async (tx) => {
      const evidence = await this.#entered(tx, { id, picture, by: sub });
      const told = { sha256, evidenceId: evidence.id, bytes: sent.length, sentBy: sub, sentAt: await tx.now() };
      await tx.manager.createQueryBuilder().insert().into(EvidenceSentTable).values(told).orIgnore().execute();
      return evidence;
    });
  }

  /** The file first, noted as a leftover: what fails half-way is swept up. */
  async #put({ content, type }: Picture): Promise<string> {
    const id = uuidv7();
    await this.db.note(async (tx) => tx.manager.insert(LeftoverTable, { id, leftAt: await tx.now() }));
    await this.store.put(id, content, type);
    return id;
  }

  async #sentBefore(tx: Tx, sha256: string): Promise<Evidence | null> {
    const sent = await tx.manager.findOneBy(EvidenceSentTable, { sha256 });
    return sent && this.#renewed(tx, { id: sent.evidenceId });
  }

  /** What was uploaded again is as new: it waits for its inspection from now on. */
  async #renewed(tx: Tx, where: { readonly id: string } | { readonly sha256: string }): Promise<Evidence | null> {
    const uploadedAt = await tx.now();
    await tx.manager.update(EvidenceTable, where, { uploadedAt });
    const evidence = await tx.manager.findOneBy(EvidenceTable, where);
    if (evidence) await announced(tx, evidence, true);
    return evidence;
  }

  async #entered(tx: Tx, { id, picture, by }: { id: string; picture: Picture; by: string }): Promise<Evidence> {
    const { content, ...seen } = picture;
    const sha256 = sha256Of(content);
    const now = await tx.now();
    const evidence = {
      id,
      sha256,
      ...seen,
      bytes: content.length,
      uploadedBy: by,
      uploadedAt: now,
      referredAt: null,
      creditCode: null,
    };
    const added = await tx.manager
      .createQueryBuilder()
      .insert()
      .into(EvidenceTable)
      .values(evidence)
      .orIgnore()
      .returning('id')
      .execute();
    // another one has the same picture: the file that was put for this one stays a leftover
    if ((added.raw as unknown[]).length === 0)
      return (await this.#renewed(tx, { sha256 })) ?? this.#entered(tx, { id, picture, by });
    await tx.manager.delete(LeftoverTable, { id });
    await announced(tx, evidence, false);
    return evidence;
  }
}
