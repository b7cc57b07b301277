import type { ServiceDefinition } from '@qifutong/platform/definition';
import { AppModule } from './app.module.ts';
import { suggesting } from './likeness/suggesting.providers.ts';
import { intake } from './service.ts';

/** Intake that makes its suggestions itself, on the thread that it runs on. */
export const intakeOnOneThread: ServiceDefinition = {
  ...intake,
  // of two providers of a token the module's own gives way to the one that comes with it
  module: { module: AppModule, providers: suggesting },
};
