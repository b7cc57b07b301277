import {
  databaseShape,
  readConfig,
  serviceShape,
  type DatabaseConfig,
  type ServiceConfig,
} from '@qifutong/platform/config';

export const portOffset = 2;

const variables = { DATABASE_URL: 'DATABASE_URL_TASKFORCE' } as const;

/** @throws ConfigError listing every faulty variable */
export function config(): ServiceConfig {
  return readConfig(serviceShape, process.env, variables);
}

/** Of a program that works on the database alone. @throws ConfigError listing every faulty variable */
export function databaseConfig(): DatabaseConfig {
  return readConfig(databaseShape, process.env, variables);
}
