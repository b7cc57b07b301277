import { hash } from 'node:crypto'; // canary: kernel-imports-nothing
import type { Channel } from '@qifutong/contracts/fields'; // canary: kernel-imports-nothing
import { z } from 'zod'; // canary: kernel-imports-nothing
