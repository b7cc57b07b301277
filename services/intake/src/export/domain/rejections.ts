import { shapeRejections } from '@qifutong/kernel/rejection';

/** Every "no" to the record of an export. */
export const exportRejections = { ...shapeRejections } as const;
