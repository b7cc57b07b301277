import { expect } from '@jest/globals';
import { fixedClock } from '@qifutong/testkit/clock';
import fc from 'fast-check';
import { FirmTable } from '../firm/firm.table.ts';

export const cases = [];
