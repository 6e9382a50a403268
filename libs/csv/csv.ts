// Comma-separated values (RFC 4180) that no spreadsheet takes for formulas.

export type Cell = string | number | null;

const formula = /^[=+\-@\t\r]/;

/** A cell that would begin a formula gets an apostrophe before it: spreadsheets then show it as text. */
export function csvCell(value: Cell): string {
  const text = value === null ? '' : String(value);
  const harmless = typeof value === 'string' && formula.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

export const csvLine = (cells: readonly Cell[]): string => `${cells.map(csvCell).join(',')}\r\n`;
