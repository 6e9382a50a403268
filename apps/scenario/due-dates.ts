// Due dates of conditions: a case file says "+10d", the product is told a date and time.

const relativeDay = /^([+-]\d+)d$/;
const day = 24 * 60 * 60 * 1000;

export const isRelativeDay = (value: unknown): value is string => typeof value === 'string' && relativeDay.test(value);

/** The conditions with `at`, or a relative `dueAt`, as `dueAt` in ISO 8601; everything else as it was. */
export function withDueDates(conditions: unknown, now: Date): unknown {
  return Array.isArray(conditions) ? conditions.map((condition: unknown) => withDueDate(condition, now)) : conditions;
}

function withDueDate(condition: unknown, now: Date): unknown {
  if (typeof condition !== 'object' || condition === null) return condition;
  const { at, ...rest } = condition as Record<string, unknown>;
  const due = at ?? rest.dueAt;
  return due === undefined ? rest : { ...rest, dueAt: dateOf(due, now) };
}

function dateOf(due: unknown, now: Date): unknown {
  const days = isRelativeDay(due) ? Number(relativeDay.exec(due)![1]) : undefined;
  return days === undefined ? due : new Date(now.getTime() + days * day).toISOString();
}
