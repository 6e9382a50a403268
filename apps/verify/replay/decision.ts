// Was this decision lawful? From docs/rules.md 9, and from no rule of the product.
import { catalogues, tierOfFacts } from '#governance';
import type { Act } from './act.js';
import type { Concern, Standing } from './standing.js';

export function faultOfDecision(standing: Standing, act: Act, content: string | undefined): string | undefined {
  const { person, said } = act;
  const isParty = standing.authors.has(person) || standing.signed.has(person);
  if (isParty) return `${person} decided on a proposal that they wrote or signed.`;
  if (standing.conflicted.has(person)) return `${person} had declared a conflict of interest, and decided.`;
  if (said.onRevision !== standing.revision)
    return `It is about revision ${said.onRevision}, and revision ${standing.revision} stood.`;
  if (said.content !== content) return 'It is bound to another content than stood there when it was made.';
  return String(said.outcome).startsWith('APPROVED') ? faultOfApproval(standing, act) : undefined;
}

function faultOfApproval(standing: Standing, { said }: Act): string | undefined {
  const { outcome, overruled, conditions } = said;
  const enough = outcome === 'APPROVED' ? ['MET'] : ['MET', 'MET_WITH_CONDITIONS'];
  const lacking = standing.required.find(({ key }) => {
    const given = standing.given.get(key);
    return given?.status !== 'GIVEN' || !enough.includes(given.finding);
  });
  if (lacking) return `It approves without the sign-off ${lacking.key}, given, current and met.`;
  if (standing.required.length === 0) return 'It approves what no sign-off was ever required for.';
  const concern = [...standing.concerns].find(
    ([id, each]) => each.status === 'OPEN' || (isDissent(each) && !overruled.includes(id)),
  );
  if (concern) return `It approves past the concern ${concern[0]}, which is open or was not overruled by name.`;
  const promises =
    conditions.length + standing.required.reduce((sum, { key }) => sum + (standing.given.get(key)?.conditions ?? 0), 0);
  if (outcome === 'APPROVED_WITH_CONDITIONS' && promises === 0)
    return 'It approves with conditions, and there is none.';
  return faultOfTier(standing);
}

const isDissent = ({ status, severity, disposition }: Concern): boolean =>
  status === 'DISPUTED' || (status === 'ANSWERED' && severity === 'SUBSTANTIAL' && disposition === 'NOT_ACCEPTED');

const ladder = ['T1', 'T2', 'T3'];

/** The facts call for a tier by every catalogue that this release knows; less scrutiny than the least of them is too little. */
function faultOfTier({ tier, facts }: Standing): string | undefined {
  const called = catalogues.map(catalogue => ladder.indexOf(tierOfFacts(catalogue, facts as never)));
  const least = Math.min(...called);
  return ladder.indexOf(tier) < least
    ? `It approves at tier ${tier}, and the facts call for ${ladder[least]}.`
    : undefined;
}
