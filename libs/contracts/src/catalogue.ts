import { inspectionEvents } from './catalogue/inspection.ts';
import { intakeEvents } from './catalogue/intake.ts';
import { taskforceEvents } from './catalogue/taskforce.ts';
import type { EventDefinition } from './define-event.ts';

/** Every event that a service announces. */
export const catalogue: readonly EventDefinition[] = [...intakeEvents, ...taskforceEvents, ...inspectionEvents];
