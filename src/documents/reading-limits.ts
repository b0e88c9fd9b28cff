/** How much a file may ask of a device. Files come from anywhere, and the person who opens one did not make it. */

const megabyte = 1_000_000;

/** The file as it lies on the disk. */
export const largestFile = 20 * megabyte;
/** All that comes out of an office file together. */
export const largestUnpacked = 50 * megabyte;
/** Text of a form packs ten to one, a sheet of equal rows a hundred to one; a bomb a thousand to one and more. */
export const densestPart = 250;
/** Below this size a part may be packed as it likes: small files of equal rows are innocent. */
export const smallPart = megabyte;
export const mostParts = 5000;
export const mostPages = 200;
/** Characters of the text that comes out. */
export const longestText = 2 * megabyte;
/** Elements inside each other: in an office file, and in a page, where old ones forget to close theirs. */
export const deepestMarkup = 250;
export const deepestPage = 1000;
/** Characters of one attribute, which no element of an office file needs. */
export const longestAttribute = 200_000;
export const longestReading = 10_000;

export const mostRows = 50_000;
export const mostColumns = 200;
/** Characters of one cell: what a spreadsheet program itself allows. */
export const longestCell = 32_767;
/** Cells of a file together, also the empty ones between others, and the characters in all of them. */
export const mostCells = 1_000_000;
export const mostTableText = 20 * megabyte;
export const mostSheets = 50;
