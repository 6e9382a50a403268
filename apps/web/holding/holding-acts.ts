// What I can do about a piece of work that several may do: take it, take it over, or give it back. No texts: see the words.

interface Held {
  isAssignable: boolean;
  holder: { person: { id: string } } | null;
}

export interface HoldingActs {
  /** The one act beside giving it to somebody; undefined: not mine to say. */
  first: 'take' | 'takeOver' | 'giveBack' | undefined;
  isMine: boolean;
  isOthers: boolean;
  /** Whom to name, to pass it on knowingly. */
  from: string | undefined;
}

/** `me` is the id of the viewer. */
export function holdingActs({ isAssignable, holder }: Held, me: string): HoldingActs {
  const isMine = holder?.person.id === me;
  const isOthers = holder !== null && !isMine;
  const first = isMine ? 'giveBack' : isOthers ? 'takeOver' : 'take';
  return { first: isAssignable ? first : undefined, isMine, isOthers, from: holder?.person.id };
}
