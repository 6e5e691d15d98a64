import assert from 'node:assert/strict';
import { loopbackReach, reachOf, teamsHosts } from '../../../payments/proof/hosts.ts';

const production = reachOf(teamsHosts);

type Case = readonly [url: string, fetched: boolean, token: boolean];

describe('where a proof may be fetched from', () => {
  const cases: readonly Case[] = [
    ['https://contoso-my.sharepoint.com/personal/x?tempauth=y', true, false],
    ['https://CONTOSO.SharePoint.com/x', true, false],
    ['https://contoso.sharepoint.com:443/x', true, false],
    ['https://agency.sharepoint.us/x', true, false],
    ['https://smba.trafficmanager.net/emea/v3/attachments/1/views/original', true, true],
    ['https://smba.infra.gcc.teams.microsoft.com/gcc/v3/attachments/1', true, true],
    ['https://europe.api.botframework.com/v3', true, true],
    ['https://evilsharepoint.com/x', false, false],
    ['https://sharepoint.com/x', false, false],
    ['https://.sharepoint.com/x', false, false],
    ['https://contoso.sharepoint.com.evil.example/x', false, false],
    ['https://contoso.sharepoint.com./x', false, false],
    ['https://evil.example/contoso.sharepoint.com', false, false],
    ['https://evil.example#.sharepoint.com', false, false],
    ['https://evil.example\\@contoso.sharepoint.com/x', false, false],
    ['https://other.smba.trafficmanager.net/x', false, false],
    ['https://other.trafficmanager.net/x', false, false],
    ['http://contoso.sharepoint.com/x', false, false],
    ['https://contoso.sharepoint.com:8443/x', false, false],
    ['https://user@contoso.sharepoint.com/x', false, false],
    ['https://:secret@contoso.sharepoint.com/x', false, false],
    ['ftp://contoso.sharepoint.com/x', false, false],
    ['file:///etc/passwd', false, false],
    ['data:application/pdf,%25PDF-', false, false],
    ['http://127.0.0.1/x', false, false],
    ['https://127.0.0.1/x', false, false],
    ['http://169.254.169.254/latest', false, false],
  ];
  for (const [url, fetched, token] of cases) {
    it(`${url}: ${fetched ? 'yes' : 'no'}${token ? ', with the token' : ''}`, () => {
      assert.equal(production.mayFetch(new URL(url)), fetched);
      assert.equal(production.isConnector(new URL(url)), token);
    });
  }
});

describe('where a proof may be fetched from in local mode', () => {
  const cases: readonly (readonly [url: string, fetched: boolean])[] = [
    ['http://127.0.0.1:56150/_connector/v3', true],
    ['http://127.9.8.7/x', true],
    ['http://127.1:80/x', true],
    ['http://0x7f000001/x', true],
    ['http://[::1]:3978/x', true],
    ['http://localhost:3978/x', true],
    ['https://localhost:3978/x', false],
    ['http://user@localhost:3978/x', false],
    ['http://localhost.evil.example/x', false],
    ['http://127.0.0.1.evil.example/x', false],
    ['http://0.0.0.0/x', false],
    ['http://10.0.0.1/x', false],
    ['http://[::ffff:10.0.0.1]/x', false],
    ['https://contoso.sharepoint.com/x', false],
  ];
  for (const [url, fetched] of cases) {
    it(`${url}: ${fetched ? 'yes' : 'no'}`, () => {
      assert.equal(loopbackReach.mayFetch(new URL(url)), fetched);
    });
  }
});
