// Text as it is compared where macrons and capitals do not matter: “whanau” finds “Whānau”.

const marks = /\p{M}/gu;

export const foldedText = (text: string): string => text.normalize('NFD').replace(marks, '').toLowerCase();
