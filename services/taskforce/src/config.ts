import { readConfig, serviceShape, type ServiceConfig } from '@qifutong/platform/config';

export const portOffset = 2;

/** @throws ConfigError listing every faulty variable */
export function config(): ServiceConfig {
  return readConfig(serviceShape, process.env, { DATABASE_URL: 'DATABASE_URL_TASKFORCE' });
}
