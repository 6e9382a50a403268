// What was published: workflow definitions and catalogues, each under a version that is never edited.
import { canonicalDigest, catalogues, definitions, pinOf, type Pin } from '#governance';
import type { Entry } from '../bundle/entry.js';
import { CannotJudge, finding, type Finding, type Place } from '../finding.js';

const nameOf = ({ key, version }: Pin): string => `${key} v${version}`;

const known = new Map(
  [...definitions.map(pinOf), ...catalogues.map(({ pin }) => pin)].map(pin => [nameOf(pin), pin.digest]),
);

export class Published {
  readonly #digests = new Map<string, string>();
  /** Pins to what is published nowhere so far: a proposal may have been quicker than the publication. */
  readonly #awaited = new Map<string, { place: Place }>();

  /** Takes an entry of the stream `definitions`. Answers what is wrong with it. */
  take({ type, payload }: Entry): string | undefined {
    const body = type === 'DefinitionPublished' ? payload['definition'] : payload['catalogue'];
    const pin = payload as unknown as Pin;
    const name = nameOf(pin);
    if (canonicalDigest(body) !== pin.digest)
      return `The content of ${name} does not have the digest that it is published under.`;
    const before = this.#digests.get(name);
    if (before !== undefined && before !== pin.digest) return `${name} was published before with other content.`;
    this.#digests.set(name, pin.digest);
    const ours = known.get(name);
    return ours === undefined || ours === pin.digest ? undefined : `This release knows ${name} with other content.`;
  }

  /** Why a proposal cannot be pinned to that. Throws a CannotJudge on a version that came after this release. */
  faultOfPin(pin: Pin, place: Place): string | undefined {
    const name = nameOf(pin);
    const ours = known.get(name);
    if (ours === undefined)
      throw new CannotJudge(`A proposal runs under ${name}, which this release does not know. Use a newer one.`);
    const published = this.#digests.get(name);
    if (published === undefined && !this.#awaited.has(name)) this.#awaited.set(name, { place });
    return pin.digest === (published ?? ours)
      ? undefined
      : `It is pinned to other content of ${name} than was published.`;
  }

  /** At the end: the first entry that is pinned to what was never published. */
  unpublished(): Finding | undefined {
    const lacking = [...this.#awaited].find(([name]) => !this.#digests.has(name));
    return (
      lacking &&
      finding('definition-altered', lacking[1].place, `It is pinned to ${lacking[0]}, which was never published.`)
    );
  }
}
