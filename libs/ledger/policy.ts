// Whose cosignatures make a checkpoint count: a policy of logs, witnesses, groups and a quorum (c2sp.org/tlog-policy).
import type { Sha256 } from './hash.js';
import { readDecimal, toBase64 } from './lines.js';
import { algorithms, parseKey, type VerifierKey } from './note.js';

export interface PolicyParty {
  /** Of a log: its origin. Of a witness: what the policy calls it. */
  name: string;
  key: VerifierKey;
  url?: string;
}

interface Group {
  least: number;
  members: readonly string[];
}

export interface Policy {
  logs: readonly PolicyParty[];
  witnesses: readonly PolicyParty[];
  groups: ReadonlyMap<string, Group>;
  /** A witness, a group, or `none`. */
  quorum: string;
}

/** Have enough cosigned, when these witnesses have? */
export function meetsQuorum({ groups, quorum }: Policy, cosigned: ReadonlySet<string>): boolean {
  const has = (name: string): boolean => {
    const group = groups.get(name);
    return group ? group.members.filter(has).length >= group.least : cosigned.has(name);
  };
  return quorum === 'none' || has(quorum);
}

/** A line of a policy that will not do, and why. */
export interface PolicyFault {
  fault: string;
  line: number;
}

/** Refuses what the format refuses: names not defined before, keys and members given twice, none or two quorums. */
export function parsePolicy(sha256: Sha256, text: string): Policy | PolicyFault {
  const reader = new PolicyReader(sha256);
  for (const [index, line] of text.split('\n').entries()) {
    const fault = reader.read(line);
    if (fault) return { fault, line: index + 1 };
  }
  const { quorum } = reader;
  return quorum === undefined
    ? { fault: 'there is no quorum', line: text.split('\n').length }
    : { logs: reader.logs, witnesses: reader.witnesses, groups: reader.groups, quorum };
}

/** Anything but printable characters and tabs. */
const controls = /[\u0000-\u0008\u000A-\u001F\u007F]/;

class PolicyReader {
  readonly logs: PolicyParty[] = [];
  readonly witnesses: PolicyParty[] = [];
  readonly groups = new Map<string, Group>();
  quorum?: string;
  private readonly members = new Set<string>();

  constructor(private readonly sha256: Sha256) {}

  /** What is wrong with the line; undefined for nothing. */
  read(line: string): string | undefined {
    if (controls.test(line)) return 'it has a control character';
    const [kind, ...items] = line.split(/[ \t]+/).filter(item => item !== '');
    if (kind === undefined || kind.startsWith('#')) return undefined;
    if (kind === 'log') return this.readLog(items);
    if (kind === 'witness') return this.readWitness(items);
    if (kind === 'group') return this.readGroup(items);
    if (kind === 'quorum') return this.readQuorum(items);
    return 'it begins with none of log, witness, group and quorum';
  }

  private readLog([text, url, ...more]: string[]): string | undefined {
    const key = this.keyOf(text, algorithms.ed25519);
    if (!key || more.length > 0) return 'it takes a log’s key, and at most a URL after it';
    if (has(this.logs, key)) return 'its key was given before';
    this.logs.push({ name: key.name, key, ...(url === undefined ? {} : { url }) });
    return undefined;
  }

  private readWitness([name = '', text, url, ...more]: string[]): string | undefined {
    const key = this.keyOf(text, algorithms.cosignature);
    if (!key || more.length > 0) return 'it takes a name, a witness’s key, and at most a URL after it';
    if (this.isTaken(name)) return `the name ${name} is taken`;
    if (has(this.witnesses, key)) return 'its key was given before';
    this.witnesses.push({ name, key, ...(url === undefined ? {} : { url }) });
    return undefined;
  }

  private readGroup([name, threshold = '', ...members]: string[]): string | undefined {
    if (name === undefined || members.length === 0) return 'it takes a name, how many, and the names of members';
    if (this.isTaken(name)) return `the name ${name} is taken`;
    const least = threshold === 'all' ? members.length : threshold === 'any' ? 1 : (readDecimal(threshold) ?? 0);
    if (least < 1 || least > members.length) return `how many has to be all, any, or from 1 to ${members.length}`;
    for (const member of members) {
      if (!this.isDefined(member)) return `no line before it defines ${member}`;
      if (this.members.has(member)) return `${member} is a member already`;
      this.members.add(member);
    }
    this.groups.set(name, { least, members });
    return undefined;
  }

  private readQuorum([name, ...more]: string[]): string | undefined {
    if (name === undefined || more.length > 0) return 'it takes one name';
    if (this.quorum !== undefined) return 'there is a quorum before it';
    if (name !== 'none' && !this.isDefined(name)) return `no line before it defines ${name}`;
    this.quorum = name;
    return undefined;
  }

  private keyOf(text: string | undefined, algorithm: number): VerifierKey | undefined {
    const key = text === undefined ? undefined : parseKey(this.sha256, text);
    return key?.algorithm === algorithm ? key : undefined;
  }

  private isDefined(name: string): boolean {
    return this.groups.has(name) || this.witnesses.some(witness => witness.name === name);
  }

  private isTaken(name: string): boolean {
    return name === 'none' || this.isDefined(name);
  }
}

/** Two keys are the same when their bytes are, whatever they are called. */
const has = (parties: readonly PolicyParty[], { publicKey }: VerifierKey): boolean =>
  parties.some(({ key }) => toBase64(key.publicKey) === toBase64(publicKey));
