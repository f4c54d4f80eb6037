/** Fills in needles, syringes and doses while 納入希望量登録 is typed (M2.4-3-1). The server computes them by the same rule. */
const amountIn = (typed: string): number | null => {
  const text = typed.normalize('NFKC').replaceAll(',', '').trim();
  return /^\d{1,5}$/.test(text) ? Number(text) : null;
};

const input = document.querySelector<HTMLInputElement>('input[data-requested]');
const outputs = [...document.querySelectorAll<HTMLOutputElement>('output[data-per-unit]')];

const show = (): void => {
  const units = amountIn(input?.value ?? '');
  for (const output of outputs) {
    const { perUnit, per } = output.dataset;
    output.textContent =
      units === null ? '—' : Math.ceil((units * Number(perUnit)) / Number(per)).toLocaleString('ja-JP');
  }
};

input?.addEventListener('input', show);
// Back and forward bring typed text back without an event.
window.addEventListener('pageshow', show);
