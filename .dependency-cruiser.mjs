/** Paths hold for the repository and for test/canaries/borders, a miniature of it in which every border is seen red. */
const at = '^(?:test/canaries/borders/)?';
const specs = ['\\.spec\\.ts$', '(^|/)test/(?!canaries/)'];
const temporal = '^node_modules/temporal-polyfill/';
const asValue = { dependencyTypesNot: ['type-only'] };

const border = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

const domain = [
  border(
    'domain-sees-rules-only',
    'A rule knows its own domain folder, time limits, the kernel and the contracts: no Nest, no TypeORM, no library but that of days and time zones, not even a type of them.',
    { path: `${at}(services/[^/]+/src/)(.+/domain/)`, pathNot: specs },
    { pathNot: [`${at}$1($2|clock/domain/)`, `${at}libs/(kernel|contracts)/`, temporal] },
  ),
  border(
    'contracts-need-a-schema-only',
    'Whoever has the schema library can read an event.',
    { path: `${at}libs/contracts/`, pathNot: specs },
    { pathNot: [`${at}libs/contracts/`, '^node_modules/zod/'] },
  ),
  border(
    'kernel-imports-nothing',
    'The kernel is words that every rule may use; days and time zones are Temporal, which will be the language.',
    { path: `${at}libs/kernel/`, pathNot: specs },
    { pathNot: [`${at}libs/kernel/`, temporal] },
  ),
];

const services = [
  border(
    'services-are-strangers',
    'A service knows another by its events and by the graph.',
    { path: `${at}services/([^/]+)/` },
    { path: `${at}services/`, pathNot: `${at}services/$1/` },
  ),
  border(
    'gateway-knows-no-service',
    'The gateway knows the supergraph, not who answers; of the libraries that store and send, only the trace, the caller, and what listens without keeping.',
    { path: `${at}gateway/` },
    {
      path: `${at}(services|libs/(contracts|persistence|messaging))/`,
      pathNot: '/(persistence/src/(trace|caller)|messaging/src/listening)\\.ts$',
    },
  ),
  border(
    'services-are-programs',
    'A tool starts a service or asks it, a library serves it; only a test takes it in.',
    { path: `${at}(libs|tools)/`, pathNot: specs },
    { path: `${at}(services|gateway)/` },
  ),
];

const features = [
  border(
    'feature-entered-by-its-door',
    "Another feature is entered through its service, its queries or its module; its state and its rules are types to others. Time limits are everybody's.",
    { path: `${at}(services/[^/]+/src/)([^/]+)/`, pathNot: specs },
    {
      path: `${at}$1[^/]+/`,
      pathNot: [`${at}$1$2/`, '\\.(service|queries|module)\\.ts$', `${at}$1clock/(domain/|clock\\.column)`],
      ...asValue,
    },
  ),
  border(
    'feature-hides-its-shell',
    'Not even a type comes from the resolver, the handler or the job of another feature.',
    { path: `${at}(services/[^/]+/src/)([^/]+)/`, pathNot: specs },
    { path: `${at}$1[^/]+/.*\\.(resolver|handler|job)\\.ts$`, pathNot: `${at}$1$2/` },
  ),
  border(
    'resolvers-only-translate',
    'Resolvers and handlers import no table and no write path; types of them are fine.',
    { path: '\\.(resolver|handler)\\.ts$' },
    { path: ['\\.table\\.ts$', `${at}libs/persistence/`], ...asValue },
  ),
];

const database = [
  border(
    'database-only-where-stored',
    'TypeORM and the driver are met in tables, queries, services, migrations, data-source and the libraries that store.',
    {
      path: `${at}(gateway|libs|services)/`,
      pathNot: [
        ...specs,
        '\\.(table|queries|service)\\.ts$',
        '/(migrations/[^/]+|data-source)\\.ts$',
        `${at}libs/(persistence|messaging|platform|testkit)/`,
      ],
    },
    { path: '^node_modules/(typeorm|@nestjs/typeorm|pg|pg-copy-streams)/' },
  ),
  border(
    'typeorm-is-a-type-to-libs',
    'Of the libraries only persistence runs TypeORM; the others name its types.',
    { path: `${at}libs/(messaging|platform|testkit)/`, pathNot: specs },
    { path: '^node_modules/(typeorm|@nestjs/typeorm)/', ...asValue },
  ),
];

/** Each sees those before it; kernel and contracts, which see nobody, have borders of their own. */
const layers = ['persistence', 'messaging', 'platform', 'testkit'];
const layering = layers
  .slice(0, -1)
  .map((layer, i) =>
    border(
      'libs-look-down',
      'A library sees those below it.',
      { path: `${at}libs/${layer}/`, pathNot: specs },
      { path: `${at}libs/(${layers.slice(i + 1).join('|')})/` },
    ),
  );

const everywhere = [
  border(
    'no-test-code-in-product',
    'What only a test needs is not shipped.',
    { path: `${at}(gateway|libs|services|tools)/`, pathNot: [...specs, `${at}libs/testkit/`] },
    { path: [...specs, `${at}libs/testkit/`, '^node_modules/(@jest|jest|fast-check|@nestjs/testing)/'] },
  ),
  border(
    'no-tools-in-product',
    'Production needs nothing of ours or of others that is there for development.',
    { path: `${at}(gateway|libs|services)/`, pathNot: [...specs, `${at}libs/testkit/`] },
    { path: [`${at}(tools|bench)/`, '^node_modules/'], dependencyTypesNot: ['npm', 'type-only'] },
  ),
  border(
    'no-warehouses',
    'A file is named after what it is about.',
    {},
    { path: '/(common|shared|utils?|helpers?)(/|\\.)', pathNot: '^node_modules/' },
  ),
  border('no-cycles', 'Two files that need each other are one, or three.', {}, { circular: true }),
  border('every-import-is-found', 'What cannot be resolved cannot be judged.', {}, { couldNotResolve: true }),
];

export default {
  forbidden: [...domain, ...services, ...features, ...database, ...layering, ...everywhere],
  options: {
    doNotFollow: { path: '^node_modules/' },
    exclude: { path: ['(^|/)dist/', '^test/canaries/'] },
    combinedDependencies: true,
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.check.json' },
    // Libraries are read from their sources, as by the compiler and by jest.
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['source', 'import', 'node', 'default'] },
  },
};
