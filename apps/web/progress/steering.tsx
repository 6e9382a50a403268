// What steers the review: only for those who may, each act folded away with what will happen.
import { Section } from '../ui/section.js';
import { InvitePartners } from './invite-partners.js';
import { MarkRelevance } from './mark-relevance.js';
import type { Seen } from './progress.query.js';
import { RaiseTier } from './raise-tier.js';
import { steeringWords } from './steering.words.js';

export function Steering({ seen }: { seen: Seen }) {
  const { version, tier, availableCommands, leadOrganisation, partners } = seen;
  const may = (name: string) => availableCommands.some(({ command, allowed }) => command === name && allowed);
  const [mayInvite, mayRaise, mayMark] = [may('invitePartners'), may('raiseTier'), may('markRelevance')];
  if (!mayInvite && !mayRaise && !mayMark) return null;
  return (
    <div className="unprinted">
      <Section title={steeringWords.title} id="steering">
        {mayInvite && (
          <InvitePartners version={version} present={[leadOrganisation, ...partners].map(({ id }) => id)} />
        )}
        {mayRaise && <RaiseTier version={version} tier={tier} />}
        {mayMark && <MarkRelevance version={version} />}
      </Section>
    </div>
  );
}
