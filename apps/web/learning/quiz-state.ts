// How far somebody is with the quiz: which option was chosen for each question. It never leaves the browser.

/** By question, the place of the option that was chosen first. */
export type Chosen = Readonly<Record<string, number>>;

export interface Standing {
  answered: number;
  right: number;
  of: number;
}

type Asked = readonly { id: string; options: readonly { correct: boolean }[] }[];

/** What is kept in a browser may be anything; what is no choice of a question that is there is left out. */
export function readChosen(kept: string | null, quiz: Asked): Chosen {
  const read = parsed(kept);
  const choices = quiz.flatMap(({ id, options }) => {
    const place = (read as Record<string, unknown>)[id];
    return typeof place === 'number' && options[place] ? [[id, place] as const] : [];
  });
  return Object.fromEntries(choices);
}

function parsed(kept: string | null): object {
  try {
    return (JSON.parse(kept ?? '{}') as object | null) ?? {};
  } catch {
    return {};
  }
}

export function standingOf(chosen: Chosen, quiz: Asked): Standing {
  const choices = quiz.map(({ id, options }) => options[chosen[id] ?? -1]);
  const right = choices.filter(option => option?.correct).length;
  return { answered: choices.filter(Boolean).length, right, of: quiz.length };
}
