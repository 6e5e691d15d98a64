/** Teams, or another Microsoft 365 host that shows the page. */
export interface Host {
  readonly theme: string;
  /** Such as `nl-nl`. */
  readonly locale: string;
  onTheme(changed: (theme: string) => void): void;
  /** Opens an address outside the host. */
  open(url: string): Promise<void>;
}

/** A frame whose owner is no host never answers. */
const patienceMs = 2_000;

const after = (ms: number): Promise<undefined> =>
  new Promise((resolve) => {
    setTimeout(() => resolve(undefined), ms);
  });

/** Somebody else's window: a frame, or the web view of an app, which has no frame around it. */
export const isFramed = (): boolean => window.parent !== window || 'nativeInterface' in window;

const meet = async (): Promise<Host> => {
  // Only now: as soon as it is loaded it asks Microsoft for a list of hosts. Our policy refuses that, and it goes by
  // the list it brings.
  const { app } = await import('@microsoft/teams-js');
  await app.initialize();
  const context = await app.getContext();
  void app.notifySuccess();
  return {
    theme: context.app.theme,
    locale: context.app.locale,
    onTheme: (changed) => app.registerOnThemeChangeHandler(changed),
    open: (url) => app.openLink(url),
  };
};

/** The host around the page, or undefined where there is none that answers in time. */
export const findHost = async (): Promise<Host | undefined> => {
  if (!isFramed()) return undefined;
  const host = meet().catch(() => undefined);
  return Promise.race([host, after(patienceMs)]);
};
