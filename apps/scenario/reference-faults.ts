// Finds names in a case file that stand for nothing: a concern nobody raised before, a draft that comes later.
// Only what the file itself says is looked at; a step that makes something may still be refused when it is played.
import { type CaseFile, type CommandStep, type Step, isLook, personas } from './case-file.js';
import { isDraft, namesProposal } from './commands.js';
import { isRelativeDay } from './due-dates.js';
import type { Fault } from './fault.js';

type Made = Record<'draft' | 'concern' | 'alternative', Set<string>>;
type Place = (at: string, says: string) => void;

const makers: Record<string, keyof Made> = {
  draftProposal: 'draft',
  recordUrgentDisclosure: 'draft',
  raiseConcern: 'concern',
  proposeAlternative: 'alternative',
};

export function referenceFaults(caseFile: CaseFile): Fault[] {
  const faults: Fault[] = [];
  const made: Made = { draft: new Set(), concern: new Set(), alternative: new Set() };
  let drafted = false;
  caseFile.steps.forEach((step, index) => {
    const place: Place = (at, says) => faults.push({ path: `steps[${index}]${at}`, says });
    if (!drafted && needsProposal(step))
      place('', 'Nothing is drafted before this step. Add a draftProposal step first.');
    checkStep(step, made, place);
    if (isLook(step)) return;
    drafted ||= isDraft(step.do);
    const kind = makers[step.do];
    if (kind && step.id) made[kind].add(step.id);
  });
  return faults;
}

function needsProposal(step: Step): boolean {
  if (isLook(step)) return true;
  return namesProposal(step.do) && step.with?.proposalId === undefined;
}

function checkStep(step: Step, made: Made, place: Place): void {
  if (step.on && !made.draft.has(step.on)) {
    place('.on', `No earlier draft step has the id "${step.on}". Give that step this id, or name another.`);
  }
  const concern = concernChecker(made, place);
  if (isLook(step)) {
    for (const name of Object.keys(step.check.concerns ?? {})) concern('.check.concerns', name);
    checkAlternatives(step.check.preview?.dossier, made, at =>
      place(`.check.preview.dossier${at}`, unknownAlternative),
    );
  } else {
    checkCommand(step, made, place, concern);
  }
}

function checkCommand(step: CommandStep, made: Made, place: Place, concern: Place): void {
  const input = step.with ?? {};
  if (typeof input.concernId === 'string') concern('.with.concernId', input.concernId);
  listed(input.overruled).forEach((name, index) => concern(`.with.overruled[${index}]`, String(name)));
  listed(input.organisationIds).forEach((name, index) =>
    checkOrganisation(name, `.with.organisationIds[${index}]`, place),
  );
  listed(input.conditions).forEach((condition, index) => checkDueDate(condition, `.with.conditions[${index}]`, place));
  checkAlternatives(input.dossier, made, at => place(`.with.dossier${at}`, unknownAlternative));
  for (const list of ['subjects', 'notSubjects'] as const) {
    step.expect?.[list]?.forEach((subject, index) => {
      concern(`.expect.${list}[${index}]`, subject.replace(/^concern:/, ''));
    });
  }
}

function concernChecker(made: Made, place: Place): Place {
  return (at, name) => {
    if (!name.startsWith('@') || made.concern.has(name.slice(1))) return;
    place(at, `No earlier raiseConcern step has the id "${name.slice(1)}". Give that step this id, or name another.`);
  };
}

function checkOrganisation(name: unknown, at: string, place: Place): void {
  if (typeof name !== 'string' || !name.startsWith('@')) return;
  if ((personas as readonly string[]).includes(name.slice(1))) return;
  place(at, `"${name}" is nobody's organisation. Use "@" and one of: ${personas.join(', ')}.`);
}

function checkDueDate(condition: unknown, at: string, place: Place): void {
  const { at: relative, dueAt } = (condition ?? {}) as Record<string, unknown>;
  if (relative === undefined) return;
  if (dueAt !== undefined) place(at, 'A condition has "at" and "dueAt". Keep one of them.');
  if (!isRelativeDay(relative))
    place(`${at}.at`, 'Write the days from now, such as "+10d", or use "dueAt" for a date.');
}

const unknownAlternative = 'No earlier proposeAlternative step has this id. Give that step this id, or name another.';

function checkAlternatives(dossier: unknown, made: Made, fault: (at: string) => void): void {
  listed((dossier as { alternatives?: unknown } | undefined)?.alternatives).forEach((alternative, index) => {
    const id = (alternative as { id?: unknown } | null)?.id;
    if (typeof id === 'string' && id.startsWith('@') && !made.alternative.has(id.slice(1)))
      fault(`.alternatives[${index}].id`);
  });
}

const listed = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
