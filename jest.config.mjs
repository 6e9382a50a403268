// One configuration for every tier: rules beside the code (*.spec.ts) and whole journeys in test/ (*.story.ts, *.spec.ts).
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';

const { $schema, ...swc } = JSON.parse(readFileSync(new URL('.swcrc', import.meta.url), 'utf8'));

export default {
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: ['.ts'],
  testMatch: ['<rootDir>/{apps,libs,test}/**/*.{spec,story}.ts'],
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  transform: { '^.+\\.ts$': ['@swc/jest', { ...swc, swcrc: false }] },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  setupFiles: ['<rootDir>/test/setup.mjs'],
  reporters: ['default', '<rootDir>/test/web/tells-of-chromium.mjs'],
  // Two at a time even on two cores: half of a test is waiting for PostgreSQL, a browser or a process. Modules of past suites stay in
  // a worker's memory, and collecting gigabytes of them takes seconds: one that has grown makes room for a new one.
  maxWorkers: Math.max(2, availableParallelism() - 1),
  workerIdleMemoryLimit: '1.5GB',
  globalSetup: '<rootDir>/test/postgres/global-setup.ts',
  globalTeardown: '<rootDir>/test/postgres/global-teardown.ts',
};
