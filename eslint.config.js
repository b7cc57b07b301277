import tseslint from 'typescript-eslint';

const specs = ['**/*.spec.ts', '**/test/**/*.ts'];
const generated = ['**/generated/**', '**/*.d.ts'];

/** What a selector finds is refused with that message. test/canaries/lint shows each of them red. */
const sizes = [
  {
    selector:
      ':matches(FunctionDeclaration, ArrowFunctionExpression, :not(MethodDefinition[kind="constructor"]) > FunctionExpression)[params.length>4]',
    message: 'More than 4 parameters: hand an object, or find the missing word.',
  },
  {
    selector: 'MethodDefinition[kind="constructor"] > FunctionExpression[params.length>5]',
    message: 'More than 5 collaborators: this class does several things.',
  },
];

const bareErrors = [
  {
    selector: ':matches(NewExpression, CallExpression)[callee.name="Error"]',
    message:
      'A bare Error says nothing to its catcher: reject(CODE) for an expected "no", a named error class for the rest.',
  },
];

const purity = [
  {
    selector:
      'NewExpression[callee.name="Date"][arguments.length=0], CallExpression[callee.name="Date"], MemberExpression[object.name="Date"][property.name="now"]',
    message: 'A rule is told the time; it does not take it from the air.',
  },
  {
    selector: 'MemberExpression[object.name="Math"][property.name="random"]',
    message: 'A rule leaves nothing to chance: it is told what was drawn.',
  },
  {
    selector: ':function[async=true], AwaitExpression, ForOfStatement[await=true]',
    message: 'A rule does not wait: what it needs is fetched before and handed to it.',
  },
];

const surroundings = [
  'process',
  'globalThis',
  'console',
  'fetch',
  'crypto',
  'performance',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'Promise',
];

const translation = [
  {
    selector: 'IfStatement, SwitchStatement, TryStatement',
    message:
      'A resolver or handler translates in, makes one call, translates out: the decision belongs in domain/, the sequence in the service.',
  },
];

const erasable = [
  {
    selector: 'Decorator, TSParameterProperty',
    message: 'Tools and benchmarks run this from its source: Node strips types, and nothing else.',
  },
];

const honestTests = [
  {
    selector:
      ':matches(MemberExpression[property.name="only"], MemberExpression[property.name="skip"])[object.name=/^(describe|it|test)$/], CallExpression[callee.name=/^(fit|fdescribe|xit|xtest|xdescribe)$/]',
    message: 'Every test runs, always: no .only, no .skip.',
  },
  {
    selector:
      'MemberExpression[object.name="jest"][property.name=/^(fn|mock|doMock|unstable_mockModule|spyOn|useFakeTimers)$/]',
    message: 'Our own code is not mocked: use the real thing, or a fake of the outside world.',
  },
  {
    selector:
      'NewExpression[callee.name="Promise"] CallExpression[callee.name="setTimeout"]:not(:has(CallExpression[callee.name="reject"])), ImportDeclaration[source.value=/^(node:)?timers.promises$/]',
    message: 'A timed sleep makes a test slow on good days and red on bad ones: eventually() asks until it is so.',
  },
];

const entered = [
  {
    selector:
      'CallExpression[callee.property.name=/^(transaction|createQueryRunner)$/][callee.object.name="source"], CallExpression[callee.property.name=/^(transaction|createQueryRunner)$/][callee.object.property.name="source"], CallExpression[callee.property.name=/^(insert|update|upsert|delete|save|remove|increment|decrement|clear|transaction)$/]:matches([callee.object.property.name="manager"][callee.object.object.property.name="source"], [callee.object.property.name="manager"][callee.object.object.name="source"])',
    message: 'What is written goes through Database.transaction, where the trail gets its entry of it.',
  },
];

const refuse = (...lists) => ({ 'no-restricted-syntax': ['error', ...lists.flat()] });

export default tseslint.config(
  { ignores: ['**/node_modules/', '**/dist/', '.nx/', '.runtime/', 'test/canaries/', ...generated] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },

  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { project: 'tsconfig.check.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_$' }],
      // Leaves files with decorators alone: a class that Nest injects must stay a value.
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-deprecated': 'error',
      '@typescript-eslint/prefer-promise-reject-errors': ['error', { allowThrowingUnknown: true }],
      '@typescript-eslint/return-await': ['error', 'error-handling-correctness-only'],
      '@typescript-eslint/use-unknown-in-catch-callback-variable': 'error',
      // A fake has the signature of what it stands for, and may have nothing to wait for.
      '@typescript-eslint/require-await': 'off',
    },
  },

  {
    files: ['**/*.ts', '**/*.js', '**/*.mjs'],
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'max-depth': ['error', 3],
      'no-cond-assign': 'error',
      'no-constant-condition': ['error', { checkLoops: 'allExceptWhileTrue' }],
      'no-empty': 'error',
      'no-self-compare': 'error',
      'no-unsafe-finally': 'error',
      'no-unsafe-optional-chaining': 'error',
      'no-useless-catch': 'error',
      'preserve-caught-error': 'error',
      ...refuse(sizes),
    },
  },

  {
    files: ['**/*.ts'],
    ignores: [
      '{gateway,libs/*,services/*}/src/config.ts',
      'tools/runtime/environment.ts',
      'libs/testkit/src/environment.ts',
      'test/global-setup.ts',
    ],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Configuration is read once, at boot, in config.ts.' },
      ],
      'no-restricted-imports': [
        'error',
        {
          paths: [
            { name: 'node:process', message: 'Use the global process, so that reads of its environment are seen.' },
          ],
        },
      ],
    },
  },

  {
    files: ['{gateway,libs,services,tools,bench}/**/*.ts'],
    ignores: [...specs, '**/migrations/**', '**/*.migration.ts'],
    rules: {
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 30, skipBlankLines: true, skipComments: true }],
    },
  },

  { files: ['{gateway,libs,services}/**/*.ts'], rules: { complexity: ['error', 12], 'no-console': 'error' } },
  { files: ['{libs,tools,bench}/**/*.ts'], ignores: specs, rules: refuse(sizes, erasable) },
  {
    files: ['libs/{messaging,platform}/**/*.ts'],
    ignores: [...specs, '**/migrate.ts'],
    rules: refuse(sizes, erasable, entered),
  },
  { files: ['services/*/{src,migrations}/**/*.ts'], ignores: specs, rules: refuse(sizes, bareErrors, entered) },
  { files: ['services/*/src/**/*.{resolver,handler}.ts'], rules: refuse(sizes, bareErrors, entered, translation) },
  {
    files: ['services/*/src/**/domain/**/*.ts', 'libs/kernel/src/**/*.ts'],
    ignores: specs,
    rules: { ...refuse(sizes, bareErrors, purity, erasable), 'no-restricted-globals': ['error', ...surroundings] },
  },
  { files: specs, rules: refuse(sizes, honestTests) },
);
