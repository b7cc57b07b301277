import { Args, Context, Mutation, Parent, ResolveField, Resolver, ResolveReference } from '@nestjs/graphql';
import { answer } from '@qifutong/platform/answer';
import type { RequestContext } from '@qifutong/platform/request-context';
import { ownFirmOnly } from '@qifutong/platform/scope';
import type { EnrolFirmInput } from '../generated/graphql.ts';
import { EnrolmentQueries } from './enrolment.queries.ts';
import { EnrolmentService } from './enrolment.service.ts';

/** A firm as this service knows it: by its credit code. */
interface FirmReference {
  readonly creditCode: string;
}

@Resolver('Firm')
export class EnrolmentResolver {
  constructor(
    private readonly service: EnrolmentService,
    private readonly queries: EnrolmentQueries,
  ) {}

  @Mutation('enrolFirm')
  enrolFirm(@Args('input') input: EnrolFirmInput, @Context() { viewer }: RequestContext) {
    return answer('Firm', 'EnrolmentRejection', () => this.service.enrol(viewer, input));
  }

  @ResolveReference()
  resolveReference({ creditCode }: FirmReference, { viewer }: RequestContext): FirmReference | null {
    return ownFirmOnly(viewer, creditCode) ? { creditCode } : null;
  }

  @ResolveField('enrolledAt')
  async enrolledAt(@Parent() { creditCode }: FirmReference, @Context() context: RequestContext) {
    return (await context.load(this.queries.byCreditCodes, creditCode, null))?.enrolledAt;
  }

  @ResolveField('enrolledProvisionally')
  async enrolledProvisionally(@Parent() { creditCode }: FirmReference, @Context() context: RequestContext) {
    const enrolment = await context.load(this.queries.byCreditCodes, creditCode, null);
    return enrolment && enrolment.provisionalFor !== null;
  }
}
