import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { answer } from '@qifutong/platform/answer';
import type { RequestContext } from '@qifutong/platform/request-context';
import type { AcknowledgeDocumentInput } from '../generated/graphql.ts';
import { DocumentService } from './document.service.ts';

@Resolver('DocumentReceipt')
export class DocumentResolver {
  constructor(private readonly service: DocumentService) {}

  @Mutation('acknowledgeDocument')
  acknowledgeDocument(@Args('input') input: AcknowledgeDocumentInput, @Context() { viewer }: RequestContext) {
    return answer('DocumentReceipt', 'DocumentRejection', () => this.service.acknowledge(viewer, input));
  }
}
