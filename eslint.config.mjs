// Lint with types. What the house forbids beyond the recommended rules is named here with its reason.
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const clockAndChance = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'A pure lib reads no clock: take the time as an argument.',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'A pure lib reads no clock: take the time as an argument.',
  },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'A pure lib leaves nothing to chance.',
  },
  {
    selector: "CallExpression[callee.name='randomUUID'], CallExpression[callee.property.name='randomUUID']",
    message: 'A pure lib makes no ids: take newId as an argument.',
  },
  {
    selector: "MemberExpression[object.name='process'][property.name='env']",
    message: 'A pure lib reads no environment.',
  },
];

export default tseslint.config(
  {
    ignores: ['dist/**', 'dist.*/**', 'node_modules/**', '**/*.mjs', '**/*.cjs', 'apps/web/gql/introspection.ts'],
  },
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        project: ['./tsconfig.json', './apps/web/tsconfig.json', './test/web/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      'max-lines': ['error', { max: 250, skipBlankLines: false, skipComments: false }],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
      // Interfaces of others ask for a promise where there is nothing to wait for, and graphql's kinds are plain strings.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      eqeqeq: 'error',
    },
  },
  // A migration is one statement, however long.
  { files: ['migrations/*.ts'], rules: { 'max-lines-per-function': 'off' } },
  // Written by npm run generate:schema: it is as long as there are guards.
  { files: ['libs/store/upkeep/made-schema.ts'], rules: { 'max-lines': 'off' } },
  // Nest reads the types of decorated parameters while the program runs: importing them as types only would erase them.
  {
    files: ['apps/api/**/*.ts', 'test/**/*.resolver.ts'],
    rules: { '@typescript-eslint/consistent-type-imports': 'off' },
  },
  // A component is markup with its few words of logic around it; what can be tested without a page stands apart from it.
  { files: ['apps/web/**/*.tsx'], ...reactHooks.configs.flat.recommended },
  {
    files: ['apps/web/**/*.ts', 'apps/web/**/*.tsx'],
    rules: {
      // An event handler may be async: what it promises nobody waits for.
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { attributes: false, properties: false } },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']",
          message: 'What people wrote is text, and is shown as text.',
        },
      ],
    },
  },
  {
    files: ['libs/governance/**/*.ts', 'libs/ledger/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: { 'no-restricted-syntax': ['error', ...clockAndChance] },
  },
  {
    files: ['libs/governance/**/*.ts', 'libs/store/**/*.ts', 'apps/**/*.ts'],
    ignores: ['libs/governance/policy.ts', '**/*.spec.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { paths: [{ name: '@casl/ability', message: 'Permissions are asked through policy.ts.' }] },
      ],
    },
  },
  {
    files: ['**/*.spec.ts', '**/testing/*.ts', 'test/**/*.ts'],
    rules: {
      'max-lines-per-function': 'off',
      'max-lines': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
);
