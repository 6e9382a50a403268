// The address under which whoever owns the tables looks after the whole database, and not only after what concerns one person.

const upkeep = ['timezone=UTC', 'assent.maintenance=on'];

/**
 * What a session of the owner has to be told to see every row in spite of row-level security, as PGOPTIONS takes it; a superuser
 * sees them anyway. With `readOnly` the session can change nothing.
 */
export const ownerOptions = ({ readOnly = false } = {}): string =>
  [...upkeep, ...(readOnly ? ['default_transaction_read_only=on'] : [])].map(setting => `-c ${setting}`).join(' ');

/** The same address with those options; what it says of options already is kept. */
export function ownerUrl(url: string, how: { readOnly?: boolean; database?: string } = {}): string {
  const address = new URL(url);
  const given = address.searchParams.get('options');
  address.searchParams.set('options', [given, ownerOptions(how)].filter(Boolean).join(' '));
  if (how.database) address.pathname = `/${encodeURIComponent(how.database)}`;
  // URLSearchParams writes a space as +, which PostgreSQL's own programs would take for a plus.
  address.search = address.search.replaceAll('+', '%20');
  return address.href;
}
