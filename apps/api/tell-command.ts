// One line for each command, however it ends. The command's id links it to its entries, the correlation id to its request.
import { isProblem, type Problem } from '#governance';
import { gaveWay } from '#store';
import { inSpan, tell } from '#telemetry';
import { busy } from './graphql/refusals.js';
import { currentVisit } from './http/correlation.js';
import { rounded } from './http/tell-requests.js';

interface Sent {
  type: string;
  commandId: string;
  actor: { personId: string };
}

type Outcome = Problem | { replayed: boolean };

/** What `work` resolves with, or throws. `work` calls what it is given before each further try. */
export async function tellCommand<T extends Outcome>(
  { type, commandId, actor: { personId } }: Sent,
  work: (onRetry: () => void) => Promise<T>,
): Promise<T> {
  const visit = currentVisit();
  const began = performance.now();
  let tries = 1;
  const sent = { correlationId: visit.correlationId, commandId, personId, type };
  const ended = (how: { outcome: string; kind?: string; code?: string }): void =>
    tell('command-handled', { ...sent, ...how, tries, ms: rounded(performance.now() - began) });
  try {
    const outcome = await inSpan({ name: 'command', attributes: { 'assent.command': type } }, () =>
      work(() => (tries += 1)),
    );
    if (isProblem(outcome)) visit.code = outcome.code;
    ended(outcomeOf(outcome));
    return outcome;
  } catch (error) {
    if (!gaveWay(error)) {
      ended({ outcome: 'failed' });
      throw error;
    }
    ended({ outcome: 'refused', code: 'BUSY' });
    throw busy();
  }
}

const outcomeOf = (outcome: Outcome) =>
  isProblem(outcome)
    ? { outcome: 'refused', kind: outcome.kind, code: outcome.code }
    : { outcome: outcome.replayed ? 'replayed' : 'recorded' };
