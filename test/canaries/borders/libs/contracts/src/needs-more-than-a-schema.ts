import type { Rejection } from '@qifutong/kernel/rejection'; // canary: contracts-need-a-schema-only
import { v7 } from 'uuid'; // canary: contracts-need-a-schema-only
import { z } from 'zod';
