import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { answer } from '@qifutong/platform/answer';
import type { RecordExportInput } from '../generated/graphql.ts';
import { ExportService } from './export.service.ts';

@Resolver('Export')
export class ExportResolver {
  constructor(private readonly service: ExportService) {}

  @Mutation('recordExport')
  recordExport(@Args('input') input: RecordExportInput) {
    return answer('Export', 'ExportRejection', () => this.service.record(input));
  }
}
