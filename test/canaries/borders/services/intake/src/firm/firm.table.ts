import { EntitySchema } from 'typeorm';
import type { Firm } from './domain/firm.ts';

export const FirmTable = new EntitySchema<Firm>({ name: 'firm', columns: { creditCode: { type: 'text', primary: true } } });
