// Ids are opaque to clients; here they are UUIDs, and what is none is unknown rather than an error of the database.

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export const isUuid = (id: string): boolean => uuid.test(id);
export const uuidOrNull = (id: string | undefined): string | null => (id !== undefined && isUuid(id) ? id : null);

/** No stored text holds a NUL or half a character, and PostgreSQL refuses to look for one: in a search, U+FFFD stands for it. */
export const searchable = (text: string): string => text.toWellFormed().replaceAll('\u0000', '\uFFFD');

/** No row has the nil UUID: a filter by an id that is none finds nothing instead of failing. */
const nobody = '00000000-0000-0000-0000-000000000000';
export const filterId = (id: string | null | undefined): string | null =>
  id === null || id === undefined ? null : (uuidOrNull(id) ?? nobody);

/** The ledger stream of a proposal. */
export const proposalStream = (proposalId: string): string => `proposal:${proposalId}`;
