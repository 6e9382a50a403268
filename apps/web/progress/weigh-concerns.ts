// Which concerns hold a decision, and in which order they are shown.
import type { Of } from '../gql/graphql.js';

export interface Weighed {
  status: Of<'ConcernStatus'>;
  severity: Of<'ConcernSeverity'>;
  disposition: Of<'Disposition'> | null;
}

/** An open one holds it; a disputed one, or a substantial one not accepted, has to be named by an approval. */
export const holdsDecision = ({ status, severity, disposition }: Weighed): boolean =>
  status === 'OPEN' ||
  status === 'DISPUTED' ||
  (status === 'ANSWERED' && severity === 'SUBSTANTIAL' && disposition === 'NOT_ACCEPTED');

const severest: readonly Of<'ConcernSeverity'>[] = ['SUBSTANTIAL', 'MODERATE', 'MINOR'];
const order: readonly Of<'ConcernStatus'>[] = ['OPEN', 'DISPUTED', 'ANSWERED', 'SETTLED', 'WITHDRAWN'];

/** What holds the decision first, then by how far it has come, then by weight; what is alike stays as it was. */
export const byWeight = <C extends Weighed>(concerns: readonly C[]): C[] =>
  [...concerns].sort(
    (one, other) =>
      Number(holdsDecision(other)) - Number(holdsDecision(one)) ||
      order.indexOf(one.status) - order.indexOf(other.status) ||
      severest.indexOf(one.severity) - severest.indexOf(other.severity),
  );
