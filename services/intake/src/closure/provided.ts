import { AccountLineResolver, AccountViolationResolver } from './account-line.resolver.ts';
import { AccountQueries } from './account.queries.ts';
import { CarriedOverResolver } from './carried-over.resolver.ts';
import { CloseDay } from './close-day.job.ts';
import { ClosingService } from './closing.service.ts';
import { ClosureQueries } from './closure.queries.ts';
import { ClosureResolver } from './closure.resolver.ts';
import { ClosureService } from './closure.service.ts';
import { ClosureTrailService } from './closure-trail.service.ts';
import { OnInspectionTrailSealed } from './on-inspection-trail-sealed.handler.ts';
import { OnTaskforceTrailSealed } from './on-taskforce-trail-sealed.handler.ts';
import { StockQueries } from './stock.queries.ts';

/** The day's account. */
export const closures = [
  AccountQueries,
  StockQueries,
  ClosingService,
  CloseDay,
  ClosureTrailService,
  OnTaskforceTrailSealed,
  OnInspectionTrailSealed,
  ClosureQueries,
  ClosureService,
  ClosureResolver,
  AccountLineResolver,
  AccountViolationResolver,
  CarriedOverResolver,
];
