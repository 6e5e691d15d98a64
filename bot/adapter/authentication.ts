import { ConfigurationBotFrameworkAuthentication, type Activity } from 'botbuilder-core';
import {
  AuthenticationConfiguration,
  AuthenticationConstants,
  AuthenticationError,
  BotFrameworkAuthentication,
  ClaimsIdentity,
  ConnectorFactory,
  type AuthenticateRequestResult,
  type ConnectorClient,
  type UserTokenClient,
} from 'botframework-connector';
import type { Conversations, LeanConnector } from '../connector/client.ts';
import type { Credentials } from './connector-token.ts';
import { appIdOf, type BotIdentity } from './identity.ts';
import { channelIssuer } from './token-gate.ts';

/** The SDK calls for a client at each turn; it gets the one that is kept for the service URL. */
class LeanConnectorFactory extends ConnectorFactory {
  readonly #at: (serviceUrl: string) => Conversations;
  constructor(at: (serviceUrl: string) => Conversations) {
    super();
    this.#at = at;
  }

  override create(serviceUrl: string): Promise<ConnectorClient> {
    const conversations = this.#at(serviceUrl);
    // The SDK's type is its whole generated client; its adapter calls nothing but these five methods.
    return Promise.resolve({ conversations } as unknown as ConnectorClient);
  }
}

const unauthorised = (): AuthenticationError => new AuthenticationError('Unauthorized.', 401);

/** After the SDK's check of the signature: nobody but the channel, so no emulator and no other bot. */
const onlyTheChannel = new AuthenticationConfiguration(['msteams'], (claims) =>
  claims.some(({ type, value }) => type === AuthenticationConstants.IssuerClaim && value === channelIssuer)
    ? Promise.resolve()
    : Promise.reject(unauthorised()),
);

/**
 * The SDK's sign-in with three things changed: only Teams' own tokens pass, the connector client is lean, and no
 * client for user tokens is built at each turn, since nobody signs in through this bot.
 */
export class ClosedAuthentication extends BotFrameworkAuthentication {
  readonly #inner: BotFrameworkAuthentication | undefined;
  readonly #connectorFactory: ConnectorFactory;
  readonly #unaskedFactory: ConnectorFactory;

  constructor(identity: BotIdentity, connector: LeanConnector, credentials: Credentials) {
    super();
    this.#connectorFactory = new LeanConnectorFactory((serviceUrl) => connector.at(serviceUrl, 'asked'));
    this.#unaskedFactory = new LeanConnectorFactory((serviceUrl) => connector.at(serviceUrl, 'unasked'));
    if (identity.kind !== 'none')
      this.#inner = new ConfigurationBotFrameworkAuthentication(
        { MicrosoftAppId: appIdOf(identity), MicrosoftAppTenantId: identity.tenantId },
        credentials,
        onlyTheChannel,
      );
  }

  override async authenticateRequest(activity: Activity, header: string): Promise<AuthenticateRequestResult> {
    const connectorFactory = this.#connectorFactory;
    if (this.#inner)
      return { ...(await this.#inner.authenticateRequest(activity, header)), connectorFactory };
    return {
      audience: AuthenticationConstants.ToChannelFromBotOAuthScope,
      claimsIdentity: new ClaimsIdentity([], AuthenticationConstants.AnonymousAuthType),
      connectorFactory,
    };
  }

  override authenticateStreamingRequest(): Promise<AuthenticateRequestResult> {
    return Promise.reject(unauthorised());
  }

  /** The SDK asks here for turns that nobody has begun, and only for those. */
  override createConnectorFactory(): ConnectorFactory {
    return this.#unaskedFactory;
  }

  override createUserTokenClient(): Promise<UserTokenClient> {
    // The SDK only puts it into the turn's state, where nothing of ours looks for it.
    return Promise.resolve(undefined as unknown as UserTokenClient);
  }
}
