export class FirmModule {}
