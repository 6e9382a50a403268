// Mutants of what the database holds by itself: constraints of the narrow table of acts, the scope of lists, and each row policy
// laid open.
import { mutantAt, theOne, type Mutant } from './mutant.ts';
import { migrationFiles, read } from './workshop.ts';

const acts = 'migrations/0004-proposals.ts';
const ledger = 'migrations/0003-ledger.ts';
const scope = 'libs/store/visible-to.ts';

const constraints: [constraint: string, by: string][] = [
  [" check (part in ('author', 'signer', 'decider'))", ''],
  ["        check ((part = 'signer') = (sign_off <> '')),\n", ''],
  [' check (ordinal between 1 and 2)', ''],
  ['        unique (proposal_id, person_id, part, ordinal),\n', ''],
  [
    ',\n        constraint one_part_a_person exclude using gist (proposal_id with =, person_id with =, part with <>)',
    '',
  ],
  ['create unique index purpose_or_proportionality', 'create index purpose_or_proportionality'],
  ['create unique index proportionality_or_transparency', 'create index proportionality_or_transparency'],
];

const triggers: string[] = [
  'create trigger append_only before update or delete on ledger_entry for each row execute function refuse_change();',
  'create trigger no_truncate before truncate on ledger_entry for each statement execute function refuse_change();',
  'create trigger append_only before update or delete on ledger_position for each row execute function refuse_change();',
  'create trigger no_truncate before truncate on ledger_position for each statement execute function refuse_change();',
];

const arms: [arm: string, by: string][] = [
  ['or ${proposal}.lead_organisation_id = any (viewer.leads)\n', ''],
  [
    '${proposal}.submitted_at is not null and ${proposal}.partner_ids && viewer.partner_of)))`;\n\n/** Partners',
    '${proposal}.partner_ids && viewer.partner_of)))`;\n\n/** Partners',
  ],
  ['(viewer.sees_directory or ${entry}.actor_id = viewer.me)', 'true'],
  ["(${entry}.audience <> 'REVIEWERS'", '(true'],
  ['    or ${entry}.actor_id = viewer.me\n', ''],
  [' and ${proposal}.author_id <> viewer.me', ''],
  ['(${entry}.organisation_id = any (viewer.partner_of) and ', '('],
];

export function databaseMutants(): Mutant[] {
  const [actSource, ledgerSource, scopeSource] = [read(acts), read(ledger), read(scope)];
  return [
    ...constraints.map(([constraint, by]) => theOne(acts, actSource, constraint, by)),
    ...triggers.map(trigger => theOne(ledger, ledgerSource, trigger, '')),
    ...arms.map(([arm, by]) => theOne(scope, scopeSource, arm, by)),
    ...migrationFiles().flatMap(policyMutants),
  ];
}

/** Each policy of the application's, and each table's FORCE. */
function policyMutants(file: string): Mutant[] {
  const source = read(file);
  const policies = [...source.matchAll(/create policy (\w+) on (\w+) for (\w+) to assent_application/dg)];
  const opened = policies.map(({ 0: text, 1: name, 2: table, 3: action, index }): Mutant => {
    const from = index + text.length;
    const to = [source.indexOf(';\n', from), source.indexOf('`', source.indexOf('(', from))]
      .filter(at => at >= 0)
      .reduce((a, b) => Math.min(a, b));
    const open = action === 'insert' ? ' with check (true)' : ' using (true)';
    return mutantAt(
      file,
      source,
      { from, to: endOf(source, from, to) },
      open,
      `policy ${name} of ${table} for ${action} lets everything through`,
    );
  });
  const forced = source.includes('force row level security;')
    ? [theOne(file, source, ', force row level security;', ';')]
    : [];
  return [...opened, ...forced];
}

/** A policy may hold a template's `${…}`: its end is the semicolon or the closing backtick after it. */
function endOf(source: string, from: number, to: number): number {
  const hole = source.indexOf('${', from);
  if (hole < 0 || hole > to) return to;
  const after = source.indexOf('}', hole);
  const ends = [source.indexOf(';\n', after), source.indexOf('`', after)].filter(at => at >= 0);
  return Math.min(...ends);
}
