// How large a page may be.
import { LIMITS } from './limits.js';
import { badUserInput } from './refusals.js';

/** The checked page size; `usual` where the client sent none or null. Throws BAD_USER_INPUT (HTTP 400) outside 1 to 100. */
export function pageSize(first: number | null | undefined, usual = 50): number {
  const size = first ?? usual;
  if (Number.isInteger(size) && size >= 1 && size <= LIMITS.page) return size;
  throw badUserInput(`\`first\` is from 1 to ${LIMITS.page}; read more with \`after\`, page by page.`);
}
