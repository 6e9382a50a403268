// Words and what commits to them: an event is split into what the ledger keeps for ever and what can be erased, and joined again.
import { randomBytes } from 'node:crypto';
import { kindOfField } from '#governance';
import { canonicalJson, commitmentTo, saltLength, toHex, type CanonicalValue } from '#ledger';
import { sha256 } from './sha256.js';

type Node = Record<string, unknown>;

/** The words of one node: their canonical JSON text, under a salt of their own. `path` is a JSON pointer into the event. */
export interface Words {
  path: string;
  salt: Uint8Array;
  text: string;
}

export interface Split {
  /** As it was, each node with words carrying its commitment. */
  committed: Node;
  /** What the ledger keeps: open fields and commitments. */
  open: Node;
  words: Words[];
}

/** `newSalt` gives 32 random bytes; tests hand in their own. */
export function splitWords(event: object, newSalt = (): Uint8Array => randomBytes(saltLength)): Split {
  const words: Words[] = [];
  const { committed, open } = splitNode(event, '', words, newSalt);
  return { committed: committed as Node, open: open as Node, words };
}

interface Halves {
  committed: unknown;
  open: unknown;
}

type NewSalt = () => Uint8Array;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

function splitNode(value: unknown, path: string, words: Words[], newSalt: NewSalt): Halves {
  if (!isNode(value)) return { committed: value, open: value };
  if (Array.isArray(value)) {
    const parts = value.map((element, index) => splitNode(element, `${path}/${index}`, words, newSalt));
    return { committed: parts.map(part => part.committed), open: parts.map(part => part.open) };
  }
  return splitFields(value, path, words, newSalt);
}

function splitFields(node: Node, path: string, words: Words[], newSalt: NewSalt): Halves {
  const [committed, open, own]: [Node, Node, Node] = [{}, {}, {}];
  for (const [key, value] of Object.entries(node)) {
    if (value === undefined || key === 'commitment') continue;
    const kind = kindOfField(key, value);
    if (kind === 'words') own[key] = committed[key] = value;
    else {
      const half =
        kind === 'node' ? splitNode(value, `${path}/${key}`, words, newSalt) : { committed: value, open: value };
      committed[key] = half.committed;
      open[key] = half.open;
    }
  }
  if (Object.keys(own).length > 0) committed['commitment'] = open['commitment'] = commit(own, path, words, newSalt);
  return { committed, open };
}

function commit(own: Node, path: string, words: Words[], newSalt: NewSalt): string {
  const salt = newSalt();
  words.push({ path, salt, text: canonicalJson(own as CanonicalValue) });
  return toHex(commitmentTo(sha256, salt, own as CanonicalValue));
}

export { committedPaths, joinWords, openForm } from '#governance';
