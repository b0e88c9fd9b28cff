/** What stands around a text on a web page or a printed sheet and says nothing about the promise. */
const clutter = [
  /^(?:sök(?:\s+på\s+[a-zà-ž]+)?|meny|stäng(?: meny)?|öppna meny|start(?:sida)?|hem|lyssna|dela(?: (?:sidan|på [a-zà-ž]+))?|skriv ut(?: sidan)?|till toppen|tipsa|spara|tillbaka|nästa|föregående|visa (?:större bild|mer|alla)|dokument|relaterad[a-zà-ž]*(?: [a-zà-ž]+)?|läs mer|kontakt(?:a oss)?|nyhet(?:er)?|aktuellt|pressmeddelande|e-tjänster|english|other languages|lättläst|logga in|prenumerera)$/iu,
  /^(?:till|hoppa till) (?:huvud)?innehåll/iu,
  /^(?:senast\s+)?(?:uppdaterad|ändrad|granskad|publicerad|publicerat|skapad)\b.{0,60}$/iu,
  /^sid(?:an|a)\s+(?:publicerad|uppdaterad|ändrad|granskad)/iu,
  /^sida\s+\d+(?:\s*(?:av|\(|\/)\s*\d+\)?)?$/iu,
  /^\d+\s*(?:\(\d+\)|\/\s*\d+)$/u,
  /^(?:kontakta\s+)?(?:sid|webb)?(?:ansvarig|redaktör)[a-zà-ž]*\s*:/iu,
  /^(?:foto(?:graf)?|bild|illustration|video)\s*:/iu,
  /\bfoto(?:graf)?\s*(?::|från)\s/iu,
  /\bkakor\b|\bcookies?\b/iu,
  /^hjälpte (?:sidan|informationen)|^var (?:sidan|informationen) till hjälp/iu,
  /^(?:dela|följ oss)\s+(?:på|via)\s/iu,
  /^(?:hem|start(?:sida)?)\s*[/>»›]/iu,
  /^[A-Za-zÀ-ž ]+(?:\s[/>»›|]\s[A-Za-zÀ-ž ]+){2,}$/u,
  /^(?:tfn|tel(?:efon)?|e-?post|fax|besöksadress|postadress|org\.?nr|organisationsnummer|växel)\b/iu,
  /^[_.\-–—=*\s]+$/u,
];

/** In: what one block of a text says. Out: whether it is furniture of the page. */
export function isClutter(text: string): boolean {
  const plain = text.replaceAll(/\s+/gu, ' ').trim();
  return plain.length < 200 && clutter.some((pattern) => pattern.test(plain));
}
