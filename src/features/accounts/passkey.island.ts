import { browserSupportsWebAuthn, startAuthentication, startRegistration } from '@simplewebauthn/browser';

/** Asks the browser for a passkey and sends what it answers with the form around the button. */
const inputOf = (form: HTMLFormElement, name: string): HTMLInputElement | null =>
  form.elements.namedItem(name) as HTMLInputElement | null;

const says = (error: unknown): string =>
  (error as Error).name === 'NotAllowedError'
    ? 'パスキーの確認が取り消されたか、時間切れになりました。もう一度お試しください。'
    : 'パスキーを使えませんでした。ほかの方法でログインしてください。';

const wire = (box: HTMLElement, field: string, ask: () => Promise<unknown>): void => {
  const form = box.querySelector('form');
  if (!form) return;
  box.hidden = false;
  form.addEventListener('submit', async (event) => {
    const input = inputOf(form, field);
    if (input?.value !== '') return;
    event.preventDefault();
    const status = box.querySelector('[data-passkey-status]');
    if (status) status.textContent = '';
    try {
      input.value = JSON.stringify(await ask());
      form.requestSubmit();
    } catch (error) {
      if (status) status.textContent = says(error);
    }
  });
};

// Passkeys belong to a name, never to a number.
const usable = browserSupportsWebAuthn() && !/^[\d.]+$|:/.test(location.hostname);
for (const box of usable ? document.querySelectorAll<HTMLElement>('[data-passkey="authenticate"]') : []) {
  const challenge = box.dataset.challenge ?? '';
  wire(box, 'assertion', () =>
    startAuthentication({
      optionsJSON: { challenge, rpId: location.hostname, userVerification: 'required', timeout: 300_000 },
    }),
  );
}
for (const box of usable ? document.querySelectorAll<HTMLElement>('[data-passkey="register"]') : []) {
  const options = JSON.parse(document.getElementById('passkey-creation')?.textContent ?? 'null');
  if (!options) continue;
  wire(box, 'answer', () => startRegistration({ optionsJSON: options }));
  for (const missing of document.querySelectorAll<HTMLElement>('[data-passkey-missing]')) missing.hidden = true;
}
