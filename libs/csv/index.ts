// Tables that any spreadsheet reads, and none runs.
export { csvCell, csvLine, type Cell } from './csv.js';
