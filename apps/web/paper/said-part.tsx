// What was said about it, in counts: whoever decides sees at once whether anybody is still against it. The words are attached.
import { Section } from '../ui/section.js';
import { voicesOf } from './dissent.js';
import type { Paper } from './paper.query.js';
import { countedStates, paperWords } from './paper.words.js';

export function SaidPart({ paper: { concerns, decision } }: { paper: Paper }) {
  const { dissent } = voicesOf(concerns, decision?.overruled ?? []);
  return (
    <Section title={paperWords.said}>
      <p>
        {concerns.length === 0
          ? paperWords.nobodySaid
          : [
              paperWords.raised(concerns.length, statesOf(concerns)),
              paperWords.unresolved(dissent.length),
              paperWords.attached,
            ].join(' ')}
      </p>
    </Section>
  );
}

/** “2 open”, “1 settled”, in the order in which each first occurs. */
const statesOf = (concerns: Paper['concerns']): string[] =>
  [...Map.groupBy(concerns, ({ status }) => status)].map(
    ([status, { length }]) => `${length} ${countedStates[status]}`,
  );
