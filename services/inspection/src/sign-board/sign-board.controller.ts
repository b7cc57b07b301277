import { Controller, Get, NotFoundException, Param, UseGuards } from '@nestjs/common';
import { GatewayGuard } from '@qifutong/platform/gateway-guard';
import { SignBoardQueries, type SignBoard } from './sign-board.queries.ts';

/** For the gateway, which puts the firm's name to it and shows it to everybody. */
@Controller('sign-boards')
@UseGuards(GatewayGuard)
export class SignBoardController {
  constructor(private readonly queries: SignBoardQueries) {}

  @Get(':creditCode')
  async board(@Param('creditCode') creditCode: string): Promise<SignBoard> {
    const board = await this.queries.of(creditCode);
    if (board === null) throw new NotFoundException();
    return board;
  }
}
