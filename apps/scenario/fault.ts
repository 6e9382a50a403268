// A fault of a case file: the place as a JSON path, and sentences that say what is wrong and how to mend it.

export interface Fault {
  path: string;
  says: string;
}

/** `steps[3].expect.refused`; `$` is the whole file. */
export function written(path: readonly PropertyKey[]): string {
  const parts = path.map(part => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`));
  return parts.length === 0 ? '$' : parts.join('').replace(/^\./, '');
}

/** `steps[6].do (step 7): …`, for people who count from one. */
export function faultLine(fault: Fault): string {
  const index = /^steps\[(\d+)\]/.exec(fault.path)?.[1];
  return `  ${fault.path}${index ? ` (step ${Number(index) + 1})` : ''}: ${fault.says}`;
}
