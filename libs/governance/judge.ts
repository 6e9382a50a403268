// One command, judged: the order of refusals of `docs/rules.md`, the same for every command. Shape, reading and replay come
// before (the hallway's part); here follow policy, duties, version, content and state. Pure: what it decides on is handed in.
import { can } from './machine.js';
import { holdingFor, roleFor, roleToStart, type Circumstance } from './policy.js';
import { blockedBy, conflict, denied, invalid, isProblem, notFound, type Problem } from './problems.js';
import { expectedVersionOf, type Command, type CommandOf, type CommandType } from './proposal/commands.js';
import {
  commandRules,
  draftProposal,
  recordUrgentDisclosure,
  type Continuing,
  type Starting,
} from './proposal/decide/index.js';
import type { ProposalEvent } from './proposal/events.js';
import type { By, Proposal } from './proposal/proposal.js';
import type { Circumstanced, CommandRule, Situation, StartRule } from './proposal/situation.js';
import type { Actor, RoleHolding } from './vocabulary/index.js';
import { getDefinition } from './workflows/index.js';

export interface Judgement {
  by: By;
  events: ProposalEvent[];
}

/** The act is the organisation's in which the role is held, which need not be the person's own. */
export const byOf = ({ personId }: Actor, { role, organisationId }: RoleHolding): By => ({
  personId,
  organisationId,
  role,
});

/** A command that begins a proposal. */
export function judgeStart(command: CommandOf<Starting>, situation: Circumstanced): Judgement | Problem {
  const rule = (command.type === 'DraftProposal' ? draftProposal : recordUrgentDisclosure) as StartRule<Starting>;
  const role = roleToStart(situation.actor, command.type);
  if (!role) return denied();
  const by = byOf(situation.actor, { role, organisationId: situation.actor.organisationId });
  const faults = rule.faults(command, situation);
  if (faults.length > 0) return invalid(...faults);
  return judgement(by, rule.decide(command, { ...situation, by }));
}

const judgement = (by: By, decided: ProposalEvent[] | Problem): Judgement | Problem =>
  isProblem(decided) ? decided : { by, events: decided };

/** A command on a proposal that this person may read. */
export function judge(
  command: CommandOf<Continuing>,
  given: Circumstanced & { proposal: Proposal },
): Judgement | Problem {
  const rule = commandRules[command.type] as CommandRule<Continuing>;
  const seen = { ...given, definition: getDefinition(given.proposal.workflow) };
  const malformed = rule.malformed?.(command, seen) ?? [];
  if (malformed.length > 0) return invalid(...malformed);
  if (rule.isMissing?.(command, seen)) return notFound();
  const action = rule.action?.(command, seen) ?? command.type;
  const holding = holdingFor(given.actor, action, given.proposal, rule.circumstance?.(command, seen));
  if (!holding) return denied();
  return judgeInRole(rule, command, { ...seen, by: byOf(given.actor, holding) });
}

function judgeInRole<T extends Continuing>(
  rule: CommandRule<T>,
  command: CommandOf<T>,
  situation: Situation,
): Judgement | Problem {
  const { proposal, definition, by } = situation;
  const breach = rule.breach?.(command, situation);
  if (breach) return denied(breach);
  const expected = expectedVersionOf(command as Command);
  if (expected !== undefined && expected !== proposal.version) return conflict('stale-version');
  const clash = rule.clash?.(command, situation);
  if (clash) return clash;
  const faults = rule.faults?.(command, situation) ?? [];
  if (faults.length > 0) return invalid(...faults);
  if (!rule.events(command).some(event => can(definition, proposal, event))) return blockedBy('wrong-state');
  return judgement(by, rule.decide(command, situation));
}

/** May this person, who cannot read the proposal, still act on it? An administrator hands over what a leaver left behind. */
export const mayActUnread = (
  actor: Actor,
  type: CommandType,
  proposal: Proposal,
  circumstance: Circumstance,
): boolean => type === 'HandOverProposal' && roleFor(actor, type, proposal, circumstance) !== undefined;
