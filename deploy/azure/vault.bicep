// The secrets there are. The bot's identity has none.
param name string
param location string
param principalId string

@secure()
param databaseUrl string
@secure()
param stripeSecretKey string
@secure()
param stripeWebhookSecret string

var readSecrets = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '4633458b-17de-408a-b874-0445c86b69e6')

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: name
  location: location
  properties: {
    tenantId: subscription().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enablePurgeProtection: true
  }

  resource database 'secrets' = {
    name: 'database-url'
    properties: { value: databaseUrl }
  }

  resource stripeKey 'secrets' = if (!empty(stripeSecretKey)) {
    name: 'stripe-secret-key'
    properties: { value: stripeSecretKey }
  }

  resource stripeWebhook 'secrets' = if (!empty(stripeSecretKey)) {
    name: 'stripe-webhook-secret'
    properties: { value: stripeWebhookSecret }
  }
}

resource mayRead 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, principalId, readSecrets)
  scope: vault
  properties: { roleDefinitionId: readSecrets, principalId: principalId, principalType: 'ServicePrincipal' }
}

output uri string = vault.properties.vaultUri
