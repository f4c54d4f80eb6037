/** One line of the postal file, whatever source it came from. */
export type PostalRow = {
  /** 7 digits; 5 when the town has every code that begins with them. */
  readonly postalCode: string;
  /** JIS code of 5 digits: of the ward in a designated city, else of the municipality. */
  readonly jisCode: string;
  /** City, town or village with its 郡 and its ward, as in an address. */
  readonly cityName: string;
  readonly cityKana: string;
  /** The column as it stands, remarks and all. */
  readonly townColumn: string;
};
