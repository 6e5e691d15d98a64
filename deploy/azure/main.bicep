// The bot in Azure: a container app on PostgreSQL, payment proofs in blobs, and its registration as a Teams bot.
// One user-assigned identity is the bot in every respect: towards Teams, the blobs, the vault and the registry.
targetScope = 'resourceGroup'

@description('Begins every name; 3 to 12 lower-case letters and digits.')
@minLength(3)
@maxLength(12)
param name string

param location string = resourceGroup().location

@description('The image to run, such as myregistry.azurecr.io/membership-bot:1.4.0. Empty: all but the app, for the first time.')
param image string = ''

@description('What the bot is called in Teams.')
param displayName string = 'Membership Bot'

@description('Competencies, fees, taxes and bank accounts: the content of your own file. The one that comes with the bot has sample amounts.')
param catalogue string = loadTextContent('../../membership/catalogue.json')

@description('tenantId/aadObjectId pairs, comma-separated.')
param operators string = ''

@secure()
@description('Letters and digits only, since it becomes part of an address.')
@minLength(24)
param databasePassword string

@secure()
@description('Empty: card is not offered.')
param stripeSecretKey string = ''

@secure()
@description('One, or two with a comma while rotating.')
param stripeWebhookSecret string = ''

@allowed(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'])
param logLevel string = 'info'

@description('An OpenTelemetry collector that takes OTLP over HTTP. Empty: no traces.')
param otlpEndpoint string = ''

@minValue(1)
param minReplicas int = 2

@minValue(1)
param maxReplicas int = 4

var unique = '${name}${take(uniqueString(resourceGroup().id), 6)}'

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${name}-bot'
  location: location
}

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: '${name}-logs'
  location: location
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: 30
  }
}

module network 'network.bicep' = {
  name: 'network'
  params: { name: name, location: location }
}

module registry 'registry.bicep' = {
  name: 'registry'
  params: { name: unique, location: location, principalId: identity.properties.principalId }
}

module proofs 'proofs.bicep' = {
  name: 'proofs'
  params: { name: unique, location: location, principalId: identity.properties.principalId }
}

module database 'database.bicep' = {
  name: 'database'
  params: {
    name: unique
    location: location
    password: databasePassword
    subnetId: network.outputs.databaseSubnetId
    dnsZoneId: network.outputs.dnsZoneId
  }
}

module vault 'vault.bicep' = {
  name: 'vault'
  params: {
    name: unique
    location: location
    principalId: identity.properties.principalId
    databaseUrl: 'postgres://bot:${databasePassword}@${database.outputs.host}:5432/bot?sslmode=verify-full'
    stripeSecretKey: stripeSecretKey
    stripeWebhookSecret: stripeWebhookSecret
  }
}

module app 'app.bicep' = {
  name: 'app'
  params: {
    name: name
    location: location
    image: image
    identityId: identity.id
    identityClientId: identity.properties.clientId
    workspaceName: workspace.name
    subnetId: network.outputs.appSubnetId
    registryServer: registry.outputs.server
    vaultUri: vault.outputs.uri
    proofStore: proofs.outputs.containerUrl
    catalogue: catalogue
    operators: operators
    offersCard: !empty(stripeSecretKey)
    logLevel: logLevel
    otlpEndpoint: otlpEndpoint
    minReplicas: minReplicas
    maxReplicas: maxReplicas
  }
}

module bot 'bot.bicep' = {
  name: 'bot'
  params: {
    name: unique
    displayName: displayName
    endpoint: '${app.outputs.publicUrl}/api/messages'
    identityId: identity.id
    identityClientId: identity.properties.clientId
  }
}

output BOT_ID string = identity.properties.clientId
output BOT_PUBLIC_URL string = app.outputs.publicUrl
output BOT_APP_NAME string = app.outputs.appName
output BOT_REGISTRY string = registry.outputs.server
