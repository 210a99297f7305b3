import type { Classification } from './record.ts';

/** The first years of which the codes and names are well known here (docs/CATALOGUE.md). */
const FIRST_KNOWN: Readonly<Record<Classification, number>> = {
  functional: 2019,
  revenue: 2019,
  'economic-department': 2018,
  'economic-government': 2018,
};

/** Whether the catalogue knows what the classification was in a year, which it does where none is named. */
export function isEditionKnown(
  classification: Classification | undefined,
  year: number | undefined,
): boolean {
  return classification === undefined || year === undefined || year >= FIRST_KNOWN[classification];
}
