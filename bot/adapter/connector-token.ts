import { ConfigurationServiceClientCredentialFactory } from 'botbuilder-core';
import { AuthenticationConstants, type ServiceClientCredentialsFactory } from 'botframework-connector';
import { appIdOf, type BotIdentity } from './identity.ts';

/** The bot's token for the connector; undefined in local mode, which has none. `fresh` passes by the cache. */
export type ConnectorToken = (fresh?: boolean) => Promise<string | undefined>;

/** What is used of the SDK's factory of credentials. */
export type Credentials = Pick<
  ServiceClientCredentialsFactory,
  'isValidAppId' | 'isAuthenticationDisabled' | 'createCredentials'
>;

/** What is used of the SDK's `AppCredentials`. */
interface TokenSource {
  getToken(fresh: boolean): Promise<string>;
}

const timeoutMs = 10_000;

/** The SDK's own factory, told the whole identity: a type it does not know would silently become MultiTenant. */
export const credentialsFactory = (identity: BotIdentity): Credentials =>
  new ConfigurationServiceClientCredentialFactory(
    identity.kind === 'none'
      ? {}
      : {
          MicrosoftAppType: identity.kind === 'singleTenant' ? 'SingleTenant' : 'UserAssignedMSI',
          MicrosoftAppId: identity.appId,
          MicrosoftAppTenantId: identity.tenantId,
          ...(identity.kind === 'singleTenant' ? { MicrosoftAppPassword: identity.password } : {}),
        },
  );

const withTimeout = async <Result>(work: Promise<Result>): Promise<Result> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('sign-in took too long')), timeoutMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
};

/**
 * Tokens for the connector's API. Rejects when sign-in fails or takes over 10 s; callers at the same time share
 * one request.
 * @param factory the SDK's, replaceable in a test
 */
export const connectorTokens = (
  identity: BotIdentity,
  factory: Credentials = credentialsFactory(identity),
): ConnectorToken => {
  if (identity.kind === 'none') return () => Promise.resolve(undefined);
  const audience = AuthenticationConstants.ToChannelFromBotOAuthScope;
  const login = AuthenticationConstants.ToChannelFromBotLoginUrl;
  let credentials: Promise<TokenSource> | undefined;
  let underWay: Promise<string | undefined> | undefined;
  const ask = async (fresh: boolean): Promise<string | undefined> => {
    credentials ??= factory
      .createCredentials(appIdOf(identity), audience, login, true)
      // Every credential of the two kinds above has it; the type that the SDK declares has not.
      .then((made) => made as unknown as TokenSource);
    return withTimeout((await credentials).getToken(fresh));
  };
  return (fresh = false) => {
    underWay ??= ask(fresh).finally(() => {
      underWay = undefined;
    });
    return underWay;
  };
};
