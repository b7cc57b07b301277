/** Where the test run's own servers are; set by the test run before any spec. */
export const environment = {
  databaseUrl: process.env['TEST_DATABASE_URL'] ?? '',
  natsServer: process.env['TEST_NATS_SERVER'] ?? 'nats-server',
} as const;
