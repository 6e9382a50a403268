// The way to the sign-in, which is the api’s and no screen of ours, and back to where we are.
const ASKED_AT = 'assent.sign-in-asked-at';

/** A second time within so long means that the browser does not keep the session: a person should see that, not be sent in circles. */
const SOON_MS = 10_000;

const here = (): string => location.pathname + location.search + location.hash;

export const signInAddress = (): string => `/sign-in?${new URLSearchParams({ return: here() }).toString()}`;

/** For acts that want it: whoever is signed in shows anew who they are, and comes back here. */
export const freshSignInAddress = (): string => `${signInAddress()}&fresh`;

/** Goes there, unless we have just come from there. */
export function goToSignIn(): void {
  const last = Number(sessionStorage.getItem(ASKED_AT) ?? 0);
  if (Date.now() - last < SOON_MS) return;
  sessionStorage.setItem(ASKED_AT, String(Date.now()));
  location.assign(signInAddress());
}

/** The session is kept: who signs out and comes again at once is sent to the sign-in as ever. */
export const cameFromSignIn = (): void => sessionStorage.removeItem(ASKED_AT);
