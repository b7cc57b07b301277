export class FirmQueries {}
