/** An Excel file is made in memory as a whole; more venues than this go as CSV. */
export const maxExcelVenues = 2_000;
