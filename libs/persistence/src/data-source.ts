import { DataSource, DefaultNamingStrategy, type DataSourceOptions, type EntitySchema, type Logger } from 'typeorm';
import { refuseLoneWrite } from './lone-write.ts';
import { EventTables1700000000000 } from './event-tables.migration.ts';
import { Trail1700000000500 } from './trail.migration.ts';

interface Options {
  readonly url: string;
  readonly tables: EntitySchema[];
  readonly migrations: (new () => object)[];
  readonly poolSize?: number;
  /** the name that Postgres shows in pg_stat_activity */
  readonly applicationName: string;
  /** another schema than `public`; tests have one each */
  readonly schema?: string;
  /** without time limits, for migrations */
  readonly patient?: boolean;
  /** told of every statement that is sent */
  readonly onStatement?: () => void;
  /** lets writes pass that stand alone: for migrations and tests */
  readonly loneWrites?: boolean;
}

/** TypeORM tells its logger of every statement before it is sent; ours writes nothing: a statement holds what people said. */
function watching({ onStatement, loneWrites = false }: Options): Logger {
  const silent = () => undefined;
  return {
    logQuery: (sql, _parameters, runner) => {
      onStatement?.();
      if (!loneWrites && !runner?.isTransactionActive) refuseLoneWrite(sql);
    },
    logQueryError: silent,
    logQuerySlow: silent,
    logSchemaBuild: silent,
    logMigration: silent,
    log: silent,
  };
}

// statements of a service are short: compiling one takes longer than running it
const PLANNING = '-c jit=off';
const TIME_LIMITS = '-c statement_timeout=30000 -c lock_timeout=10000 -c idle_in_transaction_session_timeout=30000';

/** firmCreditCode -> firm_credit_code */
class SnakeCase extends DefaultNamingStrategy {
  override columnName(propertyName: string, customName: string | undefined): string {
    return customName ?? propertyName.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  }
}

/** The data source of a service: its tables, its migrations and those of the event log, sane time limits. */
export function serviceDataSource(options: Options): DataSource {
  const searchPath = options.schema ? `-c search_path=${options.schema},public` : '';
  const settings: DataSourceOptions = {
    type: 'postgres',
    url: options.url,
    entities: options.tables,
    migrations: [EventTables1700000000000, ...options.migrations, Trail1700000000500] as never,
    migrationsTransactionMode: 'each',
    synchronize: false,
    namingStrategy: new SnakeCase(),
    poolSize: options.poolSize ?? 20,
    applicationName: options.applicationName,
    connectTimeoutMS: 5_000,
    ...(options.schema ? { schema: options.schema } : {}),
    logger: watching(options),
    logging: ['query'],
    extra: {
      options: `-c timezone=UTC ${PLANNING} ${options.patient ? '' : TIME_LIMITS} ${searchPath}`,
      keepAlive: true,
    },
  };
  return new DataSource(settings);
}
