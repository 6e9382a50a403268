// Ends the session of this browser: a form, so that it works as the sign-out of any page does.
import menu from '../ui/menu.module.css';
import { appWords } from './words.js';

export const SignOut = () => (
  <form method="post" action="/sign-out">
    <button type="submit" className={menu.item}>
      {appWords.signOut}
    </button>
  </form>
);
