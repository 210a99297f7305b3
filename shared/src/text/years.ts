/** A year in digits and nothing else, as 2023. Other numbers of four digits are amounts. */
export const BARE_YEAR = /^(?:19|20)\d{2}$/;

/** 年预算数: the year stands in another cell. 年初, 年末, 年度 and 年中 begin words of their own. */
export const LOST_YEAR = /^年(?![初末度中])/;
