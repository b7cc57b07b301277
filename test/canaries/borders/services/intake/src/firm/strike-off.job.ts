import pg from 'pg'; // canary: database-only-where-stored
import { In } from 'typeorm'; // canary: database-only-where-stored

export class StrikeOff {}
