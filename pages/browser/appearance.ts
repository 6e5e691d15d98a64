import type { Host } from './host.ts';

const themes: Readonly<Record<string, string>> = { default: 'light', dark: 'dark', contrast: 'contrast' };

const spoken = ['en', 'nl', 'sv'];

const show = (theme: string): void => {
  document.documentElement.dataset['theme'] = themes[theme] ?? 'light';
};

/** The page in the host's theme; and in its language, where the server could only guess the reader's. */
export const followHost = (host: Host): void => {
  show(host.theme);
  host.onTheme(show);
  const { lang, dataset } = document.documentElement;
  const language = host.locale.slice(0, 2).toLowerCase();
  if (dataset['language'] !== 'guessed' || language === lang || !spoken.includes(language)) return;
  window.location.replace(`?language=${language}`);
};
