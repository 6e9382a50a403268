// Who may import whom (ARCHITECTURE.md). Broken here means broken in `npm run check`.
const app = name => `^apps/${name}/`;

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'governance-is-pure',
      comment: 'The rules know no I/O, no Nest, no database, and not the ledger.',
      severity: 'error',
      from: { path: '^libs/governance', pathNot: '\\.spec\\.ts$' },
      to: {
        path: ['^libs/(store|ledger)', '^apps', '^migrations', 'node_modules/(@nestjs|typeorm|pg|@apollo|graphql)/'],
      },
    },
    {
      name: 'ledger-is-bytes',
      comment: 'The proof imports nothing at all: it takes its hash as an argument and runs in a browser.',
      severity: 'error',
      from: { path: '^libs/ledger', pathNot: '(\\.spec\\.ts$|/testing/)' },
      to: { pathNot: '^libs/ledger' },
    },
    {
      name: 'configuration-is-words-about-variables',
      comment: 'Every program reads it first: it imports zod and nothing else.',
      severity: 'error',
      from: { path: '^libs/configuration', pathNot: '\\.spec\\.ts$' },
      to: { pathNot: ['^libs/configuration', 'node_modules/zod/'] },
    },
    {
      name: 'telemetry-knows-nothing-of-the-product',
      comment: 'What it does not know it cannot tell.',
      severity: 'error',
      from: { path: '^libs/telemetry', pathNot: '\\.spec\\.ts$' },
      to: {
        path: ['^libs/(?!telemetry)', '^apps', '^migrations', 'node_modules/(@nestjs|typeorm|pg|@apollo|graphql)/'],
      },
    },
    {
      name: 'keys-know-bytes-only',
      comment: 'Whoever signs or checks needs Node and the ledger lib, and nothing of the product.',
      severity: 'error',
      from: { path: '^libs/keys', pathNot: '\\.spec\\.ts$' },
      to: { path: ['^libs/(?!keys|ledger)', '^apps', '^migrations', 'node_modules'] },
    },
    {
      name: 'witness-stands-alone',
      comment: 'Somebody else runs it: it needs no database, no rules and no package.',
      severity: 'error',
      from: { path: '^apps/witness/', pathNot: '\\.spec\\.ts$' },
      to: { path: ['^libs/(?!keys|ledger)', '^migrations', 'node_modules'] },
    },
    {
      name: 'messages-are-words-about-rules',
      comment: 'What a code means to people: it knows the rules and nothing else.',
      severity: 'error',
      from: { path: '^libs/messages', pathNot: '\\.spec\\.ts$' },
      to: { pathNot: ['^libs/messages', '^libs/governance'] },
    },
    {
      name: 'pages-know-nothing-of-the-product',
      comment: 'Two programs show them: words come from there, here is only how they look.',
      severity: 'error',
      from: { path: '^libs/pages', pathNot: '\\.spec\\.ts$' },
      to: { path: ['^libs/(?!pages)', '^apps', '^migrations', 'node_modules/'] },
    },
    {
      name: 'one-file-knows-xstate',
      severity: 'error',
      from: { path: '^(libs|apps)', pathNot: '^libs/governance/machine\\.ts$' },
      to: { path: 'node_modules/xstate' },
    },
    {
      name: 'one-file-knows-casl',
      severity: 'error',
      from: { path: '^(libs|apps)', pathNot: '^libs/governance/policy\\.ts$' },
      to: { path: 'node_modules/@casl' },
    },
    { name: 'store-stands-below-apps', severity: 'error', from: { path: '^(libs|migrations)' }, to: { path: '^apps' } },
    {
      name: 'no-app-imports-another',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'scenario-uses-the-public-api-only',
      severity: 'error',
      from: { path: app('scenario') },
      to: { path: '^(libs|migrations)' },
    },
    {
      name: 'verify-stands-alone',
      comment:
        'Whoever audits us runs none of our server: the bytes, the rules, and nothing that reaches a database or a network.',
      severity: 'error',
      from: { path: app('verify'), pathNot: '\\.spec\\.ts$' },
      to: { path: ['^libs/(?!governance|ledger)', '^migrations', 'node_modules/', '^(net|http|https|dgram|tls|dns)$'] },
    },
    {
      name: 'web-knows-the-schema-and-the-proof',
      comment:
        'The browser gets the types of the API and the ledger lib, which it checks proofs with; nothing of the server.',
      severity: 'error',
      from: { path: app('web'), pathNot: '(\\.spec\\.ts$|/vite\\.config\\.ts$|\\.build\\.ts$)' },
      to: { path: ['^libs/(?!ledger)', '^migrations'] },
    },
    {
      name: 'web-runs-in-a-browser',
      severity: 'error',
      from: { path: app('web'), pathNot: '(\\.spec\\.ts$|/vite\\.config\\.ts$|\\.build\\.ts$)' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'product-needs-no-tests',
      severity: 'error',
      from: { path: '^(libs|apps|migrations)', pathNot: '\\.spec\\.ts$' },
      to: { path: '^test/' },
    },
    {
      name: 'not-to-dev-dependencies',
      comment: 'What the web app is made of is bundled when it is built: nothing of it is installed in production.',
      severity: 'error',
      from: { path: '^(libs|apps/(?!web/)|migrations)', pathNot: '(\\.spec\\.ts$|/testing/)' },
      to: { dependencyTypes: ['npm-dev'] },
    },
    {
      name: 'resolvable',
      comment: 'React Aria names sources of its own under the condition by which we find ours, and does not ship them.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^react-aria-components$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.json', '.css'],
    },
  },
};
