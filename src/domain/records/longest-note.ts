/** Characters of a log's note. Apart from the schema, so that the form can say it before any schema has been loaded. */
export const longestNote = 400;
