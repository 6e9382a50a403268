// The hash that Node brings along, as the ledger lib takes it.
export { sha256 } from '#keys';
