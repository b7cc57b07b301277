import { EntitySchema } from 'typeorm';

/** A wrong match that was set right: who said so, when and why. */
export interface FirmCorrection {
  readonly id: string;
  readonly issueId: string;
  readonly was: string;
  /** null: nobody knew whose it was */
  readonly became: string | null;
  readonly by: string;
  readonly at: Date;
  readonly reason: string;
}

export const FirmCorrectionTable = new EntitySchema<FirmCorrection>({
  name: 'firm_correction',
  columns: {
    id: { type: 'uuid', primary: true },
    issueId: { type: 'uuid' },
    was: { type: 'text' },
    became: { type: 'text', nullable: true },
    by: { type: 'text', name: 'corrected_by' },
    at: { type: 'timestamptz', precision: 3, name: 'corrected_at' },
    reason: { type: 'text' },
  },
});
