// Days as the directory counts them: of 24 hours, from moment to moment.

const day = 24 * 60 * 60 * 1000;

/** ISO 8601, UTC. */
export const daysAfter = (at: string, days: number): string => new Date(Date.parse(at) + days * day).toISOString();
