// What 日本郵便 writes in the column of the town is half name, half remark; 日本郵便's own notes list the remarks.

/** The rest of a municipality, or all of one that has no towns: a code, but no name. */
const WITHOUT_NAME = /^以下に掲載がない場合$|の次に.*番地.*がくる場合$|[市区町村]一円$/;

/** （１～１９丁目）, （地階・階層不明）, （「…」を除く）: which part of the town the code is for. */
const REMARK = /（.*）/;

/** 第１地割～第３地割: plots counted through the whole town, in 岩手県. */
const PLOTS = /第?[０-９]+地割.*$/;

/** The column of the town → the towns it names: one, several (甲、乙), or one empty name for the rest of a municipality. */
export const townNames = (column: string): readonly string[] => {
  const text = column.replace(REMARK, '').replace(PLOTS, '');
  return WITHOUT_NAME.test(text) ? [''] : text.split('、');
};
