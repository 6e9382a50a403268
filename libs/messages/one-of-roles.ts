// Who may do something, in a sentence: “an engagement lead”, “a privacy officer or a security officer”.
import { roles, type Role } from '#governance';

export function oneOfRoles(keys: readonly Role[]): string {
  const names = keys.map(key => withArticle(roles[key].toLowerCase()));
  return names.length === 0 ? 'a reviewer' : names.join(' or ');
}

const withArticle = (name: string): string => `${/^[aeio]/.test(name) ? 'an' : 'a'} ${name}`;
