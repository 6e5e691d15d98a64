import assert from 'node:assert/strict';
import { proofStore } from '../../../bot/settings/proof-store.ts';

const azure = 'https://fabrikamproofs.blob.core.windows.net/proofs';
const azurite = 'http://127.0.0.1:10000/devstoreaccount1/proofs';

describe('PROOF_STORE', () => {
  it('is a container in Azure, or in Azurite on this machine in local mode', () => {
    assert.deepEqual(proofStore('production')(azure), { value: azure });
    assert.deepEqual(proofStore('production')(`${azure}/`), { value: azure });
    assert.deepEqual(proofStore('local')(azurite), { value: azurite });
    const zoned = 'https://fabrikam.z21.blob.storage.azure.net/payment-proofs';
    assert.deepEqual(proofStore('production')(zoned), { value: zoned });
  });

  const wrong: readonly (readonly [what: string, value: string])[] = [
    ['no address', 'proofs'],
    ['another kind of store', 's3://proofs'],
    ['plain http', azure.replace('https', 'http')],
    ['no container', 'https://fabrikamproofs.blob.core.windows.net'],
    ['a blob in it', `${azure}/1`],
    ['another service of the account', azure.replace('.blob.', '.file.')],
    ['a misspelt host', azure.replace('windows.net', 'window.net')],
    ['a host that only begins like it', azure.replace('windows.net', 'windows.net.example.com')],
    ['an account name with a capital and a hyphen', azure.replace('fabrikamproofs', 'fabrikam-proofs')],
    ['a container that can’t be', azure.replace('/proofs', '/Proofs')],
    ['a container of two letters', azure.replace('/proofs', '/pr')],
    ['another port', azure.replace('.net', '.net:444')],
    ['Azurite in production', azurite],
  ];
  for (const [what, value] of wrong)
    it(`refuses ${what}`, () =>
      assert.deepEqual(proofStore('production')(value), {
        fault: 'is not an address such as https://ACCOUNT.blob.core.windows.net/CONTAINER',
      }));

  it('refuses a key or a signature, and does not repeat it', () => {
    for (const value of [`${azure}?sv=2026&sig=s3cr3t`, azure.replace('//', '//user:s3cr3t@')])
      assert.deepEqual(proofStore('production')(value), {
        fault: 'must hold no key and no signature: the bot signs in with its own identity',
      });
  });

  it('refuses what is not on this machine in local mode', () => {
    for (const value of [azure, azurite.replace('127.0.0.1', '10.0.0.1'), azurite.replace('/proofs', '')])
      assert.ok('fault' in proofStore('local')(value), value);
  });
});
