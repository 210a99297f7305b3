/** A year in digits and nothing else, as 2023. Other numbers of four digits are amounts. */
export const BARE_YEAR = /^(?:19|20)\d{2}$/;
