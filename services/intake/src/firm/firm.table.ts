import { EntitySchema } from 'typeorm';

export const firmSizes = ['LARGE', 'MEDIUM', 'SMALL', 'MICRO'] as const;
export type FirmSize = (typeof firmSizes)[number];

/** 企业, as the county's register has it */
export interface Firm {
  readonly creditCode: string;
  readonly name: string;
  readonly townCode: string;
  readonly industry: string | null;
  readonly size: FirmSize | null;
  readonly employees: number | null;
  readonly address: string | null;
}

export const FirmTable = new EntitySchema<Firm>({
  name: 'firm',
  columns: {
    creditCode: { type: 'text', primary: true },
    name: { type: 'text' },
    townCode: { type: 'text' },
    industry: { type: 'text', nullable: true },
    size: { type: 'text', nullable: true },
    employees: { type: 'int', nullable: true },
    address: { type: 'text', nullable: true },
  },
});
