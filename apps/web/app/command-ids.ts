// One command id for each intended act. Whoever sends the same act again, because no answer came, sends it under the same id, and
// the api does it once. After an answer, the next act is another one, however alike.

export interface CommandIds {
  /** The id for this act: that of the act before, when it is the same and was never answered. */
  idFor(input: object): string;
  /** There was an answer. */
  answered(): void;
}

export function commandIds(newId: () => string): CommandIds {
  let open: { act: string; id: string } | undefined;
  return {
    idFor(input) {
      const act = JSON.stringify(input);
      if (open?.act !== act) open = { act, id: newId() };
      return open.id;
    },
    answered() {
      open = undefined;
    },
  };
}
