import {
  CloudAdapterBase,
  type Activity,
  type ConversationReference,
  type InvokeResponse,
  type TurnContext,
} from 'botbuilder-core';
import { AuthenticationError, type AuthenticateRequestResult } from 'botframework-connector';
import { leanConnector, type LeanConnectorOptions } from '../connector/client.ts';
import { isConnectorUrl, isLoopbackUrl } from '../connector/service-url.ts';
import { ClosedAuthentication } from './authentication.ts';
import {
  connectorTokens,
  credentialsFactory,
  type ConnectorToken,
  type Credentials,
} from './connector-token.ts';
import { appIdOf, type BotIdentity } from './identity.ts';
import { mayBeFromChannel } from './token-gate.ts';

export type TurnLogic = (context: TurnContext) => Promise<void>;

/** What the door says of an activity. `unknown`: the keys to judge it could not be fetched; it may come again. */
export type Admission =
  | { readonly kind: 'admitted'; readonly sender: AuthenticateRequestResult }
  | { readonly kind: 'refused'; readonly because: 'unauthorised' | 'serviceUrl' | 'channel' | 'unknown' };

export interface TeamsAdapterOptions {
  readonly identity: BotIdentity;
  /** Timeout, pause and listener of the connector client. */
  readonly connector?: Pick<LeanConnectorOptions, 'timeoutMs' | 'pause' | 'random' | 'sent'>;
  /** Epoch milliseconds, for a token's expiry; `Date.now` when left out. */
  readonly now?: () => number;
  /** The SDK's sign-in, replaceable in a test. */
  readonly credentials?: Credentials;
}

export interface TeamsAdapter {
  /** Whether an activity may be run: who signed it, where it wants its answers. */
  admit(activity: Activity, authorization: string): Promise<Admission>;
  /** Runs one turn of an admitted activity; the answer is an invoke's. Rejects as the logic does. */
  run(
    sender: AuthenticateRequestResult,
    activity: Activity,
    logic: TurnLogic,
  ): Promise<InvokeResponse | undefined>;
  /**
   * Runs a turn that nobody asked for. Rejects with a `SendFault` (`serviceUrlNotAllowed`, and whatever the
   * logic's messages meet) or as the logic does.
   */
  continueConversation(reference: Partial<ConversationReference>, logic: TurnLogic): Promise<void>;
  /** For files that lie on the connector. */
  readonly connectorToken: ConnectorToken;
  /** How the last request for a token went: `degraded` shows on /readyz. */
  signIn(): 'ok' | 'degraded';
  close(): Promise<void>;
}

/** The SDK's adapter, with the two of its protected ways in that are used here. */
class ClosedAdapter extends CloudAdapterBase {
  runTurn(
    sender: AuthenticateRequestResult,
    activity: Activity,
    logic: TurnLogic,
  ): Promise<InvokeResponse | undefined> {
    return this.processActivity(sender, activity, logic);
  }
}

/** The SDK throws these, by name, for a token that is wrong; anything else is trouble of its own. */
const tokenErrors = new Set([
  'JsonWebTokenError',
  'NotBeforeError',
  'TokenExpiredError',
  'SyntaxError',
  'TypeError',
]);

const refusalOf = (error: unknown): Admission => {
  // Keys that can't be loaded are an AuthenticationError too, with status 500.
  const wrong =
    error instanceof AuthenticationError
      ? error.statusCode < 500
      : error instanceof Error && tokenErrors.has(error.name);
  return { kind: 'refused', because: wrong ? 'unauthorised' : 'unknown' };
};

const watched = (token: ConnectorToken): { token: ConnectorToken; state: () => 'ok' | 'degraded' } => {
  let state: 'ok' | 'degraded' = 'ok';
  return {
    state: () => state,
    token: async (fresh) => {
      try {
        const given = await token(fresh);
        state = 'ok';
        return given;
      } catch (error) {
        state = 'degraded';
        throw error;
      }
    },
  };
};

/**
 * Bot Framework's adapter, closed: Teams' own tokens only (in local mode none), known service URLs only, and our
 * client for the connector in place of the SDK's.
 */
export const teamsAdapter = (options: TeamsAdapterOptions): TeamsAdapter => {
  const { identity, now = Date.now, credentials = credentialsFactory(options.identity) } = options;
  const local = identity.kind === 'none';
  const serviceUrlAllowed = local ? isLoopbackUrl : isConnectorUrl;
  const { token, state } = watched(connectorTokens(identity, credentials));
  const connector = leanConnector({ ...options.connector, token, serviceUrlAllowed });
  const authentication = new ClosedAuthentication(identity, connector, credentials);
  const adapter = new ClosedAdapter(authentication);
  const appId = appIdOf(identity);

  const admit = async (activity: Activity, authorization: string): Promise<Admission> => {
    if (!serviceUrlAllowed(activity.serviceUrl)) return { kind: 'refused', because: 'serviceUrl' };
    if (!local && !mayBeFromChannel(authorization, appId, now()))
      return { kind: 'refused', because: 'unauthorised' };
    if (!local && activity.channelId !== 'msteams') return { kind: 'refused', because: 'channel' };
    try {
      return { kind: 'admitted', sender: await authentication.authenticateRequest(activity, authorization) };
    } catch (error) {
      return refusalOf(error);
    }
  };

  return {
    admit,
    run: (sender, activity, logic) => adapter.runTurn(sender, activity, logic),
    continueConversation: (reference, logic) => adapter.continueConversationAsync(appId, reference, logic),
    connectorToken: token,
    signIn: state,
    close: () => connector.close(),
  };
};
