// What every request to the api carries beside the session. The names of the headers are those of apps/api/http/authentication.ts.
let personId: string | undefined;

/** Somebody else may sign in in another window of this browser: this page must then neither show what is theirs nor act in their name. */
export const openedFor = (id: string): void => void (personId = id);

const headers = (): Record<string, string> => (personId === undefined ? {} : { 'x-assent-person': personId });

export const fetchOptions = () => ({ credentials: 'same-origin' as const, headers: headers() });

/** Of what the page asks for by itself, whether anybody is there or not: it must not keep the session alive. */
export const unattended = () => ({
  ...fetchOptions(),
  headers: { ...headers(), 'x-assent-unattended': 'yes' },
});
