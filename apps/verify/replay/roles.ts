// Who held which role when, as the directory's own entries tell it.
import type { Entry } from '../bundle/entry.js';
import { Worded } from './erasing.js';

interface Holding {
  id: string;
  organisation: string;
  role: string;
  from: string;
  until?: string;
}

/**
 * Milliseconds. A command reads the clock when it comes in and its author's roles a moment later; a role may begin or end in between.
 * No command takes longer than this.
 */
const underWay = 15_000;

const moved = (at: string, by: number): string => new Date(Date.parse(at) + by).toISOString();

export class Roles {
  readonly #held = new Map<string, Holding[]>();
  readonly #worded = new Worded();
  #founding: string | undefined;

  /** Takes an entry of the stream `directory`, with the places where it had words. Answers what was not its author's to do. */
  take(entry: Entry, places: readonly string[]): string | undefined {
    this.#founding ??= entry.command;
    const fault = entry.command === this.#founding ? undefined : this.#fault(entry);
    this.#worded.take(entry, places);
    const {
      personId,
      assignmentId: id,
      organisationId: organisation,
      role,
      startsAt: from,
      endsAt: until,
    } = entry.payload as Record<string, string>;
    const holdings = this.#held.get(personId ?? '') ?? [];
    if (entry.type === 'RoleAssigned')
      this.#held.set(personId!, [
        ...holdings,
        { id: id!, organisation: organisation!, role: role!, from: from!, ...(until ? { until } : {}) },
      ]);
    if (entry.type === 'RoleEnded')
      for (const holding of holdings.filter(each => each.id === id)) holding.until = until!;
    return fault;
  }

  /** The first administrator is there before anybody could have permitted it; from then on it takes one. */
  #fault(entry: Entry): string | undefined {
    const { type, by, at, payload } = entry;
    const isOwnToken = type.startsWith('Token') && payload['personId'] === by.person;
    if (!isOwnToken && by.role !== 'administrator') return 'Only an administrator changes the directory.';
    if (type === 'RoleAssigned' && payload['personId'] === by.person) return 'Nobody gives themself a role.';
    if (!isOwnToken && !this.holds(by, at)) return 'Its author did not hold that role at that time.';
    return type === 'WordsErased' ? this.#faultOfErasing(entry) : undefined;
  }

  #faultOfErasing(entry: Entry): string | undefined {
    if (this.#worded.isAbout(entry.by.person, entry)) return 'Nobody erases what names themself.';
    return this.#worded.faultOfNaming(entry);
  }

  holds({ person, organisation, role }: Entry['by'], at: string): boolean {
    const [earliest, latest] = [moved(at, -underWay), moved(at, underWay)];
    const held = this.#held.get(person) ?? [];
    return held.some(
      each =>
        each.role === role &&
        each.organisation === organisation &&
        each.from <= latest &&
        (each.until === undefined || each.until > earliest),
    );
  }
}
