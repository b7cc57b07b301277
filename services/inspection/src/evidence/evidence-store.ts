import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '@qifutong/platform/tokens';
import { Disk } from 'flydrive';
import { FSDriver } from 'flydrive/drivers/fs';
import { S3Driver } from 'flydrive/drivers/s3';
import type { DriverContract } from 'flydrive/types';
import type { Readable } from 'node:stream';
import type { InspectionConfig } from '../config.ts';
import type { PictureType } from './domain/evidence.ts';

type Place = InspectionConfig['EVIDENCE_STORE'];

function driver(place: Place): DriverContract {
  if (place.kind === 'folder') return new FSDriver({ location: place.folder, visibility: 'private' });
  const { endpoint, region, bucket, accessKeyId, secretAccessKey } = place;
  return new S3Driver({
    endpoint,
    region,
    bucket,
    credentials: { accessKeyId, secretAccessKey },
    forcePathStyle: true,
    visibility: 'private',
    supportsACL: false,
  });
}

/** Where the pictures lie, by the id of their evidence: in a folder, or in a store that speaks S3. */
@Injectable()
export class EvidenceStore {
  readonly #disk: Disk;

  constructor(@Inject(CONFIG) { EVIDENCE_STORE: place }: Pick<InspectionConfig, 'EVIDENCE_STORE'>) {
    this.#disk = new Disk(driver(place));
  }

  put(id: string, content: Buffer, contentType: PictureType): Promise<void> {
    return this.#disk.put(key(id), content, { contentType, contentLength: content.length });
  }

  /** @throws when there is none */
  read(id: string): Promise<Readable> {
    return this.#disk.getStream(key(id));
  }

  /** Does nothing when there is none. */
  remove(id: string): Promise<void> {
    return this.#disk.delete(key(id));
  }
}

// the last digits of a UUIDv7 are random: folders fill evenly
function key(id: string): string {
  return `${id.slice(-2)}/${id}`;
}
