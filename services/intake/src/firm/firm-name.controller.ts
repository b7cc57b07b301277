import { Controller, Get, NotFoundException, Param, UseGuards } from '@nestjs/common';
import { GatewayGuard } from '@qifutong/platform/gateway-guard';
import { FirmQueries } from './firm.queries.ts';

/** For the gateway's sign boards, which anybody may see: the registered name and nothing else. */
@Controller('firm-names')
@UseGuards(GatewayGuard)
export class FirmNameController {
  constructor(private readonly queries: FirmQueries) {}

  @Get(':creditCode')
  async name(@Param('creditCode') creditCode: string): Promise<{ readonly name: string }> {
    const [firm] = await this.queries.byCreditCodes([creditCode]);
    if (!firm) throw new NotFoundException();
    return { name: firm.name };
  }
}
