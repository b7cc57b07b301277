import { readConfig, serviceShape } from '@qifutong/platform/config';
import { z } from 'zod';

export const portOffset = 3;

/** Where evidence lies. */
export type EvidencePlace =
  | { readonly kind: 'folder'; readonly folder: string }
  | {
      readonly kind: 's3';
      readonly endpoint: string;
      readonly region: string;
      readonly bucket: string;
      readonly accessKeyId: string;
      readonly secretAccessKey: string;
    };

const S3 = /^s3\+(?=https?:)/;

/** `s3+https://KEY:SECRET@host[:port]/bucket[?region=…]`; null when it is none. */
function s3Place(text: string): EvidencePlace | null {
  const url = S3.test(text) ? URL.parse(text.replace(S3, '')) : null;
  const bucket = url?.pathname.slice(1) ?? '';
  if (!url?.username || !url.password || !/^[a-z0-9][a-z0-9.-]+$/.test(bucket)) return null;
  const [accessKeyId, secretAccessKey] = [url.username, url.password].map(decodeURIComponent) as [string, string];
  const region = url.searchParams.get('region') ?? 'us-east-1';
  return { kind: 's3', endpoint: url.origin, region, bucket, accessKeyId, secretAccessKey };
}

const evidencePlace = z.string().transform((text, told): EvidencePlace => {
  const place: EvidencePlace | null = /^[a-z][a-z0-9+]*:\/\//.test(text)
    ? s3Place(text)
    : { kind: 'folder', folder: text };
  if (place) return place;
  told.addIssue({ code: 'custom', message: 'must be a folder or s3+https://KEY:SECRET@host/bucket' });
  return z.NEVER;
});

/** What inspection is told besides what every service is told. */
export const inspectionShape = {
  EVIDENCE_STORE: evidencePlace.default({ kind: 'folder', folder: '.runtime/evidence' }),
  EVIDENCE_MAX_PIXELS: z.coerce.number().int().min(1).max(500_000_000).default(64_000_000),
  EVIDENCE_UNREFERRED_DAYS: z.coerce.number().int().min(1).default(30),
} as const satisfies z.ZodRawShape;

const shape = { ...serviceShape, ...inspectionShape };

export type InspectionConfig = z.output<z.ZodObject<typeof shape>>;

/** @throws ConfigError listing every faulty variable */
export function config(env: Readonly<Record<string, string | undefined>> = process.env): InspectionConfig {
  return readConfig(shape, env, { DATABASE_URL: 'DATABASE_URL_INSPECTION' });
}
