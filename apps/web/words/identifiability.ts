// How identifying data are, in words.

export const identifiabilityWords: Readonly<Record<string, string>> = {
  aggregate: 'Aggregate: counts only',
  de_identified: 'De-identified: no identifiers, people might still be recognised',
  pseudonymous: 'Pseudonymous: a code stands for each person',
  identified: 'Identified: names, or as good as a name',
};
