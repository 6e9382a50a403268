// The information privacy principles by number and a short name, after the headings of the Privacy Act 2020, section 22.

const names: Record<string, string> = {
  IPP1: 'why it is collected',
  IPP2: 'from whom it is collected',
  IPP3: 'what people are told',
  IPP3A: 'what people are told when it comes from somebody else',
  IPP4: 'how it is collected',
  IPP5: 'storage and security',
  IPP6: 'access',
  IPP7: 'correction',
  IPP8: 'accuracy before use',
  IPP9: 'how long it is kept',
  IPP10: 'limits on use',
  IPP11: 'limits on disclosure',
  IPP12: 'disclosure outside New Zealand',
  IPP13: 'unique identifiers',
};

/** `IPP3A` is “IPP 3A: what people are told when it comes from somebody else”; a code that is none stays as it is. */
export const privacyPrincipleName = (code: string): string =>
  names[code] ? `${code.replace('IPP', 'IPP ')}: ${names[code]}` : code;
