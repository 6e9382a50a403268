// The header: mark, navigation, search, theme, me. On a narrow page the navigation folds into a menu.
import { Link } from '@tanstack/react-router';
import { Menu, MenuLink } from '../ui/menu.js';
import { ThemeSwitch } from '../ui/theme-switch.js';
import { roleWords } from '../words/roles.js';
import classes from './shell.module.css';
import mark from './mark.svg';
import { destinationsOf } from './navigation.js';
import { SearchBox } from './search-box.js';
import { useSession } from './session.js';
import { SignOut } from './sign-out.js';
import { appWords } from './words.js';

export function Header() {
  return (
    <header className={classes.header}>
      <Link to="/" className={classes.mark}>
        <img src={mark} alt="" width="28" height="28" />
        {appWords.product}
      </Link>
      <Navigation />
      <Folded />
      <div className={classes.tools}>
        <SearchBox />
        <ThemeSwitch />
        <Me />
      </div>
    </header>
  );
}

function Navigation() {
  const { roles } = useSession();
  return (
    <nav aria-label={appWords.mainNavigation} className={classes.navigation}>
      {destinationsOf(roles).map(({ to, label }) => (
        <Link key={to} to={to} activeOptions={{ exact: to === '/' }}>
          {label}
        </Link>
      ))}
    </nav>
  );
}

/** The same in a menu, where there is no room: a style sheet shows one of the two. */
function Folded() {
  const { roles } = useSession();
  return (
    <div className={classes.folded}>
      <Menu label={appWords.menu}>
        {destinationsOf(roles).map(({ to, label }) => (
          <MenuLink key={to} to={to} activeOptions={{ exact: to === '/' }}>
            {label}
          </MenuLink>
        ))}
      </Menu>
    </div>
  );
}

function Me() {
  const { person, roles } = useSession();
  return (
    <Menu isQuiet label={person.displayName}>
      <p className={classes.who}>
        <strong>{person.displayName}</strong>
        {person.organisation.name}
        <span>{roles.map(role => roleWords[role]).join(', ')}</span>
      </p>
      <MenuLink to="/people/$id" params={{ id: person.id }}>
        {appWords.people}
      </MenuLink>
      <MenuLink to="/tokens">{appWords.tokens}</MenuLink>
      <SignOut />
    </Menu>
  );
}
