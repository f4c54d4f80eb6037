/** 「この画面の行をすべて選ぶ」: checks the boxes of a table, or takes them all back. Without script the button is hidden. */
const button = document.querySelector<HTMLButtonElement>('[data-pick-all]');
const boxes = (): HTMLInputElement[] => [
  ...document.querySelectorAll<HTMLInputElement>('input[type="checkbox"][name^="rows."]'),
];

if (button && boxes().length > 0) {
  button.hidden = false;
  button.addEventListener('click', () => {
    const all = boxes();
    const pick = all.some((box) => !box.checked);
    for (const box of all) box.checked = pick;
    button.setAttribute('aria-pressed', String(pick));
  });
}

export {};
