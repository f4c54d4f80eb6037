type Read = { readonly amount: number; readonly fault: string | null };

/** The amount to try (what-if): what came in unless less is typed; never over what came in. */
export const readAmount = (typed: string | undefined, came: number | null): Read => {
  const all = came ?? 0;
  const text = (typed ?? '').normalize('NFKC').replaceAll(',', '').trim();
  if (text === '') return { amount: all, fault: null };
  if (!/^\d{1,9}$/.test(text)) return { amount: all, fault: '分ける量は0以上の整数で入力してください。' };
  const amount = Number(text);
  if (amount > all)
    return {
      amount: all,
      fault: `分ける量は、届いた量（${all.toLocaleString('ja-JP')}）以下で入力してください。`,
    };
  return { amount, fault: null };
};
