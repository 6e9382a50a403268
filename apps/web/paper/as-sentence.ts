// A statement within a running text: what its author ended without a full stop gets one, so that the next begins anew.

export const asSentence = (text: string): string =>
  /[.!?…:;]["”’)]*$/.test(text.trimEnd()) ? text : `${text.trimEnd()}.`;
