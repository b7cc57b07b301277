import { expect } from '@jest/globals'; // canary: no-test-code-in-product, no-tools-in-product
import { Test } from '@nestjs/testing'; // canary: no-test-code-in-product, no-tools-in-product
import type { Clock } from '@qifutong/testkit/clock'; // canary: no-test-code-in-product
import fc from 'fast-check'; // canary: no-test-code-in-product, no-tools-in-product
import { anIssue } from '../../test/builders.ts'; // canary: no-test-code-in-product
import { cases } from './issue.spec.ts'; // canary: no-test-code-in-product
