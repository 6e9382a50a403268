// Ids of the elements of a dossier: those that authors give, such as P-1, and those that the product makes, which say nothing to people.
const LONGEST_GIVEN = 8;

export const isMadeId = (id: string): boolean => id.length > LONGEST_GIVEN;
