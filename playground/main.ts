import { parseArgs } from 'node:util';
import { botLog } from '../bot/observe/log.ts';
import { refuseFault, refuseStart } from '../bot/refuse-start.ts';
import { readCatalogue } from '../bot/settings/catalogue.ts';
import { readSettings } from '../bot/settings/settings.ts';
import { stopOnSignal } from '../bot/stop-on-signal.ts';
import { addresses } from './addresses.ts';
import { hasBrowser } from './browser.ts';
import { withDemoOperator } from './demo/operators.ts';
import { startLocalMode } from './local-mode.ts';

const playgroundPort = 56150;

const readArguments = (): { playground: boolean; fresh: boolean } => {
  try {
    const flag = { type: 'boolean', default: false } as const;
    return parseArgs({ options: { playground: flag, fresh: flag } }).values;
  } catch (error) {
    return refuseStart([error instanceof Error ? error.message : String(error)]);
  }
};

/** The bot in local mode: no Microsoft identity, this machine alone. */
const main = async (): Promise<void> => {
  const { playground, fresh } = readArguments();
  const settings = readSettings(withDemoOperator(process.env), 'local');
  const catalogue = await readCatalogue(process.env['CATALOGUE'] || undefined);
  if (settings.kind === 'faults' || catalogue.kind === 'faults') {
    const faults = [settings, catalogue].flatMap((read) => (read.kind === 'faults' ? read.faults : []));
    return refuseStart(faults);
  }
  const log = botLog(settings.settings.logLevel);
  const browser = await hasBrowser({ platform: process.platform, env: process.env });
  const local = await startLocalMode({
    settings: settings.settings,
    catalogue: catalogue.catalogue,
    log,
    fresh,
    playground: playground ? { port: playgroundPort, browser } : undefined,
  });
  stopOnSignal(() => local.stop(), log);
  process.stdout.write(addresses(local, settings.settings.port));
};

await main().catch(refuseFault);
