import { rejections, shapeRejections } from '@qifutong/kernel/rejection';

/** Every "no" to the acknowledgement of a document. */
export const documentRejections = {
  ...shapeRejections,
  DOCUMENT_NOT_FOUND: '{field}: 没有这份文书',
} as const;

export const reject = rejections(documentRejections);
