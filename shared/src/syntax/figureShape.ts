/** A number, a percentage, or a dash for one that is not reported. */
export const FIGURE = /^(?:[-(]?\d[\d,\s]*(?:\s?\.\s?\d+)?\)?%?|-?\.\s?\d+%?|[-—]+)$/;

/** Money shows by its separators or its decimals. */
export const AMOUNT = /^[-(]?(?:\d{1,3}(?:,\s?\d{3})+(?:\s?\.\s?\d{1,2})?|\d*\s?\.\s?\d{1,2})\)?$/;

/** What numbers the columns of a table, in a row of its own: 1, 2, 3, or a star each. */
export const COLUMN_NUMBER = /^(?:\*+|\d{1,2})$/;
