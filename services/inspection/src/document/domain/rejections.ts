import { rejections, shapeRejections } from '@qifutong/kernel/rejection';

/** Every "no" to the acknowledgement of a document. */
export const documentRejections = {
  ...shapeRejections,
  DOCUMENT_NOT_FOUND: '{field}: 没有这份文书',
  DOCUMENT_OF_ANOTHER_TOWN: '{field}: {number} 的企业属于其他乡镇(街道),您未被派往该企业',
} as const;

export const reject = rejections(documentRejections);
