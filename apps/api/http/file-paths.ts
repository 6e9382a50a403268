// The files that people fetch: made of what the API answers, for whoever asks, and behind the same door.
export const RECEIPT_PATH = '/receipts/:entryId';
export const CSV_PATH = '/csv/:list';
export const PAPER_PATH = '/proposals/:reference/paper.pdf';
export const PROPOSAL_PATH = '/proposals/:reference/proposal.pdf';

const FILE_PATHS: readonly (string | undefined)[] = [RECEIPT_PATH, CSV_PATH, PAPER_PATH, PROPOSAL_PATH];

/** By the pattern of its route. */
export const isFilePath = (route: string | undefined): boolean => FILE_PATHS.includes(route);
