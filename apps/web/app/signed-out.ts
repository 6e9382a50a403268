// Whether the api said that it does not know who we are. The shell then leads to the sign-in, and back to where we were.
import { watched } from './watched.js';

export const signedOut = watched(false);
