import type { AsPlainObject } from 'minisearch';

/** How often a word stands in each article, by the number of the field and the place of the article in the list. */
type Postings = Map<string, Record<string, Record<string, number>>>;

export type Countable = {
  readonly id: number;
  readonly fields: readonly (readonly string[])[];
  readonly stored: object;
};

/** How often each word stands in a text. */
const countEach = (words: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
};

const note = (postings: Postings, counts: ReadonlyMap<string, number>, field: number, place: number): void => {
  for (const [word, times] of counts) {
    const fields = postings.get(word);
    if (!fields) postings.set(word, { [field]: { [place]: times } });
    else {
      const places = fields[field];
      if (places) places[place] = times;
      else fields[field] = { [place]: times };
    }
  }
};

/**
 * The words of many articles in the shape that minisearch reads back from a kept index. Adding article by article costs it
 * a walk through its tree for every word; here the tree is made once for every different word.
 */
export const postingsOf = async (
  fieldNames: readonly string[],
  articles: AsyncIterable<Countable>,
): Promise<AsPlainObject> => {
  const postings: Postings = new Map();
  const documentIds: Record<string, number> = {};
  const fieldLength: Record<string, number[]> = {};
  const storedFields: Record<string, object> = {};
  const totals = fieldNames.map(() => 0);
  let place = 0;
  for await (const { id, fields, stored } of articles) {
    documentIds[place] = id;
    storedFields[place] = stored;
    const counts = fields.map(countEach);
    fieldLength[place] = counts.map(({ size }) => size);
    for (const [field, each] of counts.entries()) {
      note(postings, each, field, place);
      totals[field] = (totals[field] ?? 0) + each.size;
    }
    place += 1;
  }
  return {
    documentCount: place,
    nextId: place,
    documentIds,
    fieldIds: Object.fromEntries(fieldNames.map((name, field) => [name, field])),
    fieldLength,
    averageFieldLength: totals.map((total) => (place > 0 ? total / place : 0)),
    storedFields: storedFields as AsPlainObject['storedFields'],
    dirtCount: 0,
    index: [...postings] as AsPlainObject['index'],
    serializationVersion: 2,
  };
};
