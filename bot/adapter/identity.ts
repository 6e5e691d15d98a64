/** Who the bot is to Microsoft. `none` is local mode: unsigned activities, loopback only. */
export type BotIdentity =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'singleTenant';
      readonly appId: string;
      readonly password: string;
      readonly tenantId: string;
    }
  | { readonly kind: 'userAssignedMsi'; readonly appId: string; readonly tenantId: string };

/** Empty where the bot has none. */
export const appIdOf = (identity: BotIdentity): string => (identity.kind === 'none' ? '' : identity.appId);
