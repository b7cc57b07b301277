import { rejections } from '@qifutong/kernel/rejection';

/** Every "no" to evidence. */
export const evidenceRejections = {
  EVIDENCE_LINE_FULL: '{field}: 正在处理的图片过多,请稍后再传',
  EVIDENCE_MISSING: '{field}: 没有文件',
  EVIDENCE_REPEATED: '{field}: 一次只能上传一个文件',
  EVIDENCE_TOO_LARGE: '{field}: 最大 {limit} 字节',
  EVIDENCE_TYPE_UNSUPPORTED: '{field}: 只接受 JPEG、PNG 或 WebP 图片',
  EVIDENCE_TOO_MANY_PIXELS: '{field}: 最多 {limit} 像素,实为 {width}×{height}',
  EVIDENCE_UNREADABLE: '{field}: 图片损坏,无法读取',
} as const;
export type EvidenceRejectionCode = keyof typeof evidenceRejections;

export const reject = rejections(evidenceRejections);
