import type { EntityManager } from 'typeorm';
