import { isFramed, type Host } from './host.ts';

type Said = 'opening' | 'trouble' | 'expired' | 'refused';

/** Shows one of the page's sentences, and none of the others. */
const say = (page: HTMLElement, what: Said, words?: string): void => {
  for (const element of page.querySelectorAll<HTMLElement>('[data-word]')) {
    element.hidden = element.dataset['word'] !== what;
    if (!element.hidden && words !== undefined) element.textContent = words;
  }
};

type Opened =
  | { readonly kind: 'page'; readonly url: string }
  | { readonly kind: 'refused'; readonly words: string }
  | { readonly kind: 'trouble' }
  | { readonly kind: 'expired' };

const open = async (address: string): Promise<Opened> => {
  try {
    const response = await fetch(address, { method: 'POST', headers: { accept: 'application/json' } });
    if (response.status === 410 || response.status === 404) return { kind: 'expired' };
    // What our own server says in this form alone.
    return response.ok ? ((await response.json()) as Opened) : { kind: 'trouble' };
  } catch {
    return { kind: 'trouble' };
  }
};

const goOn = async (page: HTMLElement, form: HTMLFormElement): Promise<void> => {
  const button = form.querySelector('button');
  if (button) button.disabled = true;
  say(page, 'opening');
  const opened = await open(form.action);
  switch (opened.kind) {
    case 'page':
      // Replaced, so that "back" leads past this page, which would only go on again.
      window.location.replace(opened.url);
      break;
    case 'trouble':
      if (button) button.disabled = false;
      say(page, 'trouble');
      break;
    case 'refused':
    case 'expired':
      form.hidden = true;
      say(page, opened.kind, opened.kind === 'refused' ? opened.words : undefined);
      break;
  }
};

/** The gateway refuses frames: out of one, the button opens this same page in a browser. */
const openOutside = async (host: Host | undefined): Promise<void> => {
  const { href } = window.location;
  if (host) await host.open(href);
  else window.open(href, '_blank', 'noopener');
};

/** The page before the gateway's. In a browser it goes on by itself; in a frame nothing happens unasked. */
export const startPaying = (page: HTMLElement, hosted: Promise<Host | undefined>): void => {
  const form = page.querySelector('form');
  if (!form) return;
  const framed = isFramed();
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void (framed ? hosted.then(openOutside) : goOn(page, form));
  });
  if (!framed) void goOn(page, form);
};
