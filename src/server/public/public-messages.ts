/** What residents are told where there is no page: the same whether there never was one or it was taken back. */
const toPage = (title: string, swedish: string, english: string): string =>
  [
    '<!doctype html><html lang="sv"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${title}</title></head><body><main><h1>${title}</h1>`,
    `<p>${swedish}</p><p lang="en">${english}</p></main></body></html>`,
  ].join('');

export const missingPage: string = toPage(
  'Sidan finns inte',
  'Den har aldrig funnits, har bytt adress eller har dragits tillbaka. Fråga kommunen eller polisen på orten hur det går med löftet.',
  'There is no such page: it never was, has moved or has been withdrawn. Ask the municipality or the local police how the promise is going.',
);

export const busyPage: string = toPage(
  'För många frågor just nu',
  'Vänta en liten stund och ladda om sidan.',
  'Too many questions at once: wait a moment and load the page again.',
);
