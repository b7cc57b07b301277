import type { Handler } from '@qifutong/messaging/handler'; // canary: libs-look-down
import { Rejection } from '@qifutong/kernel/rejection';
import { DataSource } from 'typeorm';
