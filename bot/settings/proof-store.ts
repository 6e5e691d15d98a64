import { bad, good, isOnThisMachine, type Check } from './checks.ts';
import type { Mode } from './settings.ts';

const azureHost =
  /^[a-z0-9]{3,24}\.(?:blob\.core\.(?:windows\.net|usgovcloudapi\.net|chinacloudapi\.cn)|z\d{1,3}\.blob\.storage\.azure\.net)$/;

/** Azure's rule for a container's name: 3 to 63 of lower-case letters, digits and single hyphens. */
const isContainer = (name: string): boolean =>
  /^[a-z0-9](?:-?[a-z0-9])+$/.test(name) && name.length >= 3 && name.length <= 63;

const forms = {
  production: 'is not an address such as https://ACCOUNT.blob.core.windows.net/CONTAINER',
  local: 'must be Azurite on this machine in local mode: http://127.0.0.1:10000/devstoreaccount1/CONTAINER',
} as const;

/** The container in which proofs are kept. A key or a signed link in it is refused, since the bot has an identity. */
export const proofStore =
  (mode: Mode) =>
  (text: string): Check<string> => {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (!url || url.hash !== '') return bad(forms[mode]);
    if (url.search !== '' || url.username !== '' || url.password !== '')
      return bad('must hold no key and no signature: the bot signs in with its own identity');
    const [, ...path] = url.pathname.replace(/\/$/, '').split('/');
    const [container = '', account] = path.toReversed();
    const fits =
      mode === 'production'
        ? url.protocol === 'https:' && url.port === '' && azureHost.test(url.hostname) && path.length === 1
        : isOnThisMachine(text) &&
          url.protocol === 'http:' &&
          path.length === 2 &&
          account === azuriteAccount;
    return fits && isContainer(container) ? good(url.href.replace(/\/$/, '')) : bad(forms[mode]);
  };

/** The only one that Azurite has unless told otherwise. */
const azuriteAccount = 'devstoreaccount1';
