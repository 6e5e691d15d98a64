import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
}

const onPath = async (env: Machine['env'], name: string): Promise<boolean> => {
  for (const folder of (env['PATH'] ?? '').split(delimiter)) {
    try {
      await access(join(folder, name), constants.X_OK);
      return true;
    } catch {
      // Not in this one.
    }
  }
  return false;
};

/** Whether a browser can be opened here: asking for one where there is none would end the Agents Playground. */
export const hasBrowser = async ({ platform, env }: Machine): Promise<boolean> => {
  if (env['TEAMSAPPTESTER_BROWSER'] === 'none' || env['CI']) return false;
  if (platform === 'darwin' || platform === 'win32') return true;
  const hasScreen = Boolean(env['DISPLAY'] ?? env['WAYLAND_DISPLAY']);
  return hasScreen && (await onPath(env, 'xdg-open'));
};
