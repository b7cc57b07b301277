import { Inject, Injectable } from '@nestjs/common';
import type { ServiceConfig } from '@qifutong/platform/config';
import { CONFIG } from '@qifutong/platform/tokens';
import { Database } from '@qifutong/persistence/database';
import type { EntityManager } from 'typeorm';
import { workingCalendar, type CalendarDefinition } from './domain/working-calendar.ts';
import type { CountyTime, WorkingCalendar } from './domain/time-limit.ts';
import { WorkingCalendarTable } from './working-calendar.table.ts';

const keyOf = ({ code, version }: Pick<CalendarDefinition, 'code' | 'version'>) => `${code} ${version}`;

/** An instant, and what time is in the county. */
export interface Present {
  readonly now: Date;
  readonly time: CountyTime;
}

/** The county's time as the rules need it: its zone, and the working calendars, of which a version never changes. */
@Injectable()
export class CountyTimeService {
  readonly #known = new Map<string, WorkingCalendar>();
  readonly #timeZone: string;

  constructor(
    @Inject(CONFIG) config: Pick<ServiceConfig, 'COUNTY_TIME_ZONE'>,
    private readonly db: Database,
  ) {
    this.#timeZone = config.COUNTY_TIME_ZONE;
  }

  /** The present, to be asked for once a request. */
  readonly presents = async (keys: readonly 'now'[]): Promise<Present[]> => {
    const [now, time] = await Promise.all([this.db.now(), this.read(this.db.source.manager)]);
    return keys.map(() => ({ now, time }));
  };

  /** With every calendar that a limit may refer to by now. */
  async read(manager: EntityManager): Promise<CountyTime> {
    const known = await manager.find(WorkingCalendarTable, { select: { code: true, version: true } });
    if (known.some((one) => !this.#known.has(keyOf(one)))) await this.#learn(manager);
    return { timeZone: this.#timeZone, calendar: (version) => this.#calendar(version) };
  }

  #calendar(version: Pick<CalendarDefinition, 'code' | 'version'>): WorkingCalendar {
    const calendar = this.#known.get(keyOf(version));
    if (!calendar) throw new TypeError(`there is no working calendar ${keyOf(version)}`);
    return calendar;
  }

  async #learn(manager: EntityManager): Promise<void> {
    for (const definition of await manager.find(WorkingCalendarTable))
      this.#known.set(keyOf(definition), workingCalendar(definition, this.#timeZone));
  }
}
