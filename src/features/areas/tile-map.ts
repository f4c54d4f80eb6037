/** Where each prefecture stands on the tile map of Japan: column and row, one tile each. */
const places: Readonly<Record<string, readonly [column: number, row: number]>> = {
  '01': [11, 0],
  '02': [11, 2],
  '03': [11, 3],
  '04': [11, 4],
  '05': [10, 3],
  '06': [10, 4],
  '07': [11, 5],
  '08': [11, 6],
  '09': [10, 6],
  '10': [9, 6],
  '11': [10, 7],
  '12': [11, 8],
  '13': [10, 8],
  '14': [10, 9],
  '15': [10, 5],
  '16': [8, 5],
  '17': [7, 5],
  '18': [7, 6],
  '19': [9, 8],
  '20': [9, 7],
  '21': [8, 6],
  '22': [9, 9],
  '23': [8, 8],
  '24': [7, 9],
  '25': [7, 7],
  '26': [6, 7],
  '27': [6, 8],
  '28': [5, 7],
  '29': [7, 8],
  '30': [6, 9],
  '31': [4, 7],
  '32': [3, 7],
  '33': [4, 8],
  '34': [3, 8],
  '35': [2, 8],
  '36': [5, 10],
  '37': [5, 9],
  '38': [4, 9],
  '39': [4, 10],
  '40': [1, 9],
  '41': [0, 9],
  '42': [0, 10],
  '43': [1, 10],
  '44': [2, 9],
  '45': [2, 10],
  '46': [1, 11],
  '47': [0, 12],
};

export const mapSize = { columns: 12, rows: 13 } as const;

/** A prefecture's tile; throws for a code that is none. */
export const tileOf = (prefectureCode: string): readonly [column: number, row: number] => {
  const place = places[prefectureCode];
  if (!place) throw new RangeError(`No prefecture: ${prefectureCode}`);
  return place;
};
