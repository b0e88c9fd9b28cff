import { createVocabulary } from '#domain/wording/vocabulary.ts';
import type { RefusalReason } from './refusal.ts';

/** Why a file was not read, and what to do instead. Nothing has been changed when one of these is said. */
export const refusalWord = createVocabulary<RefusalReason>(
  {
    'too-large':
      'Filen är för stor: högst 20 MB. Ta bort bilder ur den, eller kopiera texten och klistra in den i stället.',
    'not-a-document':
      'Det här är inget dokument som går att läsa. Välj en Word-fil (.docx), en PDF med text, en webbsida eller en textfil, eller klistra in texten.',
    'not-a-table': 'Det här är ingen tabell som går att läsa. Välj en Excel-fil (.xlsx) eller en CSV-fil.',
    encrypted: 'Filen är låst med lösenord. Öppna den, spara en kopia utan lösenord och välj kopian.',
    'no-text':
      'Filen innehåller bara bilder, troligen en inskannad sida, och ingen text. Be om originalet, eller skriv av texten och klistra in den.',
    damaged: 'Filen är skadad eller ofullständig. Öppna den i programmet den gjordes i, spara om den och försök igen.',
    'zip-bomb': 'Filen packar upp sig till orimligt mycket och öppnas inte. Spara om den, eller klistra in texten.',
    'too-many-pages':
      'Dokumentet är för långt: högst 200 sidor. Dela upp det, eller klistra in den del som gäller löftet.',
    'too-many-cells':
      'Tabellen är för stor: högst 50 000 rader, 200 kolumner och 32 000 tecken i en cell. Dela upp den i flera filer.',
    'took-too-long':
      'Filen tog för lång tid att läsa och avbröts. Försök igen, eller kopiera texten och klistra in den i stället.',
    'old-doc-format':
      'Filen är sparad i ett gammalt format (.doc eller .xls). Öppna den, välj Spara som och det nya formatet (.docx eller .xlsx).',
    image:
      'Filen är en bild. Text i bilder går inte att läsa här: skriv av texten, eller välj dokumentet den kommer från.',
    empty: 'Filen är tom. Välj en annan fil, eller klistra in texten.',
    'reader-missing': 'Den del av appen som läser filer kunde inte hämtas. Ladda om sidan och försök igen.',
  },
  {
    'too-large':
      'The file is too large: 20 MB at most. Remove pictures from it, or copy its text and paste that instead.',
    'not-a-document':
      'This is no document that can be read. Choose a Word file (.docx), a PDF with text, a web page or a text file, or paste the text.',
    'not-a-table': 'This is no table that can be read. Choose an Excel file (.xlsx) or a CSV file.',
    encrypted: 'The file is locked with a password. Open it, save a copy without a password and choose the copy.',
    'no-text':
      'The file has pictures only, probably scanned pages, and no text. Ask for the original, or type the text and paste it.',
    damaged:
      'The file is damaged or incomplete. Open it in the program it was made in, save it again and try once more.',
    'zip-bomb': 'The file unpacks to an unreasonable size and is not opened. Save it again, or paste the text.',
    'too-many-pages': 'The document is too long: 200 pages at most. Split it, or paste the part about the promise.',
    'too-many-cells':
      'The table is too large: at most 50,000 rows, 200 columns and 32,000 characters in a cell. Split it into several files.',
    'took-too-long':
      'The file took too long to read and was stopped. Try again, or copy the text and paste it instead.',
    'old-doc-format':
      'The file is saved in an old format (.doc or .xls). Open it, choose Save as and the new format (.docx or .xlsx).',
    image:
      'The file is a picture. Text in pictures cannot be read here: type it, or choose the document it comes from.',
    empty: 'The file is empty. Choose another file, or paste the text.',
    'reader-missing': 'The part of the app that reads files could not be fetched. Reload the page and try again.',
  },
);
