import { choice, textOrEmpty } from '../../kernel/fields.ts';
import { field, form } from '../../kernel/form.ts';

/** How many stars there are, and what they say. */
const ratingWords = [
  { value: '5', label: '5　とても役に立った' },
  { value: '4', label: '4　役に立った' },
  { value: '3', label: '3　どちらともいえない' },
  { value: '2', label: '2　あまり役に立たなかった' },
  { value: '1', label: '1　役に立たなかった' },
] as const;

/** 「この記事を評価する」: one rating per user, which can be changed (M6.1-3). */
export const ratingForm = form('rating', {
  stars: field(choice(['5', '4', '3', '2', '1']), {
    label: '評価',
    kind: 'radio',
    required: true,
    options: ratingWords,
  }),
  // The way back to the list, which the article's address carries.
  from: field(textOrEmpty(4_000), { label: '一覧', kind: 'hidden' }),
});
