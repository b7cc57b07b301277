export class FirmService {}
