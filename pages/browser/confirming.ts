/** The first pause, and how it grows: most payments are confirmed within seconds. */
const firstPauseMs = 1_000;
const growth = 1.4;
const longestPauseMs = 15_000;
const patienceMs = 10 * 60_000;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const show = (page: HTMLElement, standing: string): void => {
  for (const section of page.querySelectorAll<HTMLElement>('[data-standing]')) {
    section.hidden = section.dataset['standing'] !== standing;
    if (!section.hidden) document.title = section.querySelector('h1')?.textContent ?? document.title;
  }
};

const ask = async (address: string): Promise<string> => {
  try {
    const response = await fetch(address, { headers: { accept: 'application/json' } });
    if (response.status === 410) return 'expired';
    if (!response.ok) return 'confirming';
    // What our own server says in this form alone.
    return ((await response.json()) as { readonly standing: string }).standing;
  } catch {
    // Offline for a moment, or the bot starts anew: that says nothing about the payment.
    return 'confirming';
  }
};

/** The page after the gateway's: asks until the payment is settled, less and less often. */
export const startConfirming = async (page: HTMLElement): Promise<void> => {
  const address = page.dataset['status'];
  const settled = page.querySelector('[data-standing="confirming"]:not([hidden])') === null;
  if (address === undefined || settled) return;
  const until = performance.now() + patienceMs;
  for (let ms = firstPauseMs; performance.now() < until; ms = Math.min(ms * growth, longestPauseMs)) {
    await pause(ms);
    const standing = await ask(address);
    if (standing !== 'confirming') {
      show(page, standing);
      return;
    }
  }
  show(page, 'slow');
};
