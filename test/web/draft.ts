// A proposal to look at, by the reference that addresses have.
import type { OpenWeb } from './open-web.js';

const newest =
  'query($title: String!) { proposals(filter: { text: $title }, first: 1) { edges { node { reference } } } }';

/** Drafted by the analyst. Answers its reference, such as DSP-0001. */
export async function draft({ api }: OpenWeb, title: string): Promise<string> {
  const analyst = api.as('analyst');
  await analyst.do('draftProposal', { title });
  const { proposals } = await analyst.query<{ proposals: { edges: { node: { reference: string } }[] } }>(newest, {
    title,
  });
  const [edge] = proposals.edges;
  if (!edge) throw new Error(`There is no proposal “${title}”.`);
  return edge.node.reference;
}
