/** Libraries are read from their sources (export condition `source`), so that tests need no build. */
export default {
  testMatch: ['<rootDir>/(libs|services|gateway|tools|bench|test)/**/*.spec.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '/test/canaries/'],
  modulePathIgnorePatterns: ['/dist/', '/test/canaries/', '/\\.runtime/'],
  extensionsToTreatAsEsm: ['.ts'],
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        swcrc: false,
        module: { type: 'es6' },
        jsc: {
          target: 'es2024',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
          keepClassNames: true,
        },
      },
    ],
  },
  globalSetup: '<rootDir>/test/global-setup.ts',
  globalTeardown: '<rootDir>/test/global-teardown.ts',
  testTimeout: 30_000,
  maxWorkers: 2,
  // Node does not give back the modules of a finished spec (vm modules), so a worker is replaced before its heap is full.
  workerIdleMemoryLimit: '1GB',
};
