// Why nothing was exported.

/** Nothing can be exported now; the message says why and what to do. */
export class ExportError extends Error {}
