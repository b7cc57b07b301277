import { randomUUID } from 'node:crypto'; // canary: domain-sees-rules-only
import type { Injectable } from '@nestjs/common'; // canary: domain-sees-rules-only
import { channel } from '@qifutong/contracts/fields';
import type { Decision } from '@qifutong/kernel/decision';
import { change } from '@qifutong/persistence/change'; // canary: domain-sees-rules-only
import { v7 } from 'uuid'; // canary: domain-sees-rules-only
import { isMissed } from '../../clock/domain/clock.ts';
import type { Firm } from '../../firm/domain/firm.ts'; // canary: domain-sees-rules-only
import { IssueTable } from '../issue.table.ts'; // canary: domain-sees-rules-only
import { issue } from './issue.ts';
