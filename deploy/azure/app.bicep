// The bot itself. A new version takes over instance by instance, once each can save.
param name string
param location string
param image string
param identityId string
param identityClientId string
param workspaceName string
param subnetId string
param registryServer string
param vaultUri string
param proofStore string
param catalogue string
param operators string
param offersCard bool
param logLevel string
param otlpEndpoint string
param minReplicas int
param maxReplicas int

var port = 3978
var publicUrl = 'https://${name}.${apps.properties.defaultDomain}'

var cardSecrets = [
  { name: 'stripe-secret-key', keyVaultUrl: '${vaultUri}secrets/stripe-secret-key', identity: identityId }
  { name: 'stripe-webhook-secret', keyVaultUrl: '${vaultUri}secrets/stripe-webhook-secret', identity: identityId }
]
var cardSettings = [
  { name: 'STRIPE_SECRET_KEY', secretRef: 'stripe-secret-key' }
  { name: 'STRIPE_WEBHOOK_SECRET', secretRef: 'stripe-webhook-secret' }
]
var traceSettings = [
  { name: 'OTEL_EXPORTER_OTLP_ENDPOINT', value: otlpEndpoint }
]

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' existing = {
  name: workspaceName
}

resource apps 'Microsoft.App/managedEnvironments@2025-01-01' = {
  name: '${name}-apps'
  location: location
  properties: {
    vnetConfiguration: { infrastructureSubnetId: subnetId }
    workloadProfiles: [{ name: 'Consumption', workloadProfileType: 'Consumption' }]
    zoneRedundant: true
    appLogsConfiguration: {
      destination: 'log-analytics'
      logAnalyticsConfiguration: {
        customerId: workspace.properties.customerId
        sharedKey: workspace.listKeys().primarySharedKey
      }
    }
  }
}

resource app 'Microsoft.App/containerApps@2025-01-01' = if (!empty(image)) {
  name: name
  location: location
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identityId}': {} }
  }
  properties: {
    managedEnvironmentId: apps.id
    workloadProfileName: 'Consumption'
    configuration: {
      activeRevisionsMode: 'Single'
      ingress: { external: true, targetPort: port, transport: 'http', allowInsecure: false }
      registries: [{ server: registryServer, identity: identityId }]
      secrets: concat(
        [
          { name: 'database-url', keyVaultUrl: '${vaultUri}secrets/database-url', identity: identityId }
          { name: 'catalogue', value: catalogue }
        ],
        offersCard ? cardSecrets : []
      )
    }
    template: {
      // The bot needs at most 10 s to end.
      terminationGracePeriodSeconds: 20
      containers: [
        {
          name: 'bot'
          image: image
          resources: { cpu: json('1.0'), memory: '2Gi' }
          env: concat(
            [
              { name: 'MicrosoftAppType', value: 'UserAssignedMSI' }
              { name: 'MicrosoftAppId', value: identityClientId }
              { name: 'MicrosoftAppTenantId', value: subscription().tenantId }
              { name: 'PUBLIC_URL', value: publicUrl }
              { name: 'HOST', value: '0.0.0.0' }
              { name: 'PORT', value: string(port) }
              { name: 'DATA_DIR', value: '/data' }
              { name: 'DATABASE_URL', secretRef: 'database-url' }
              { name: 'PROOF_STORE', value: proofStore }
              { name: 'CATALOGUE', value: '/settings/catalogue.json' }
              { name: 'OPERATORS', value: operators }
              { name: 'LOG_LEVEL', value: logLevel }
            ],
            offersCard ? cardSettings : [],
            empty(otlpEndpoint) ? [] : traceSettings
          )
          volumeMounts: [
            { volumeName: 'data', mountPath: '/data' }
            { volumeName: 'settings', mountPath: '/settings' }
          ]
          probes: [
            { type: 'Startup', httpGet: { path: '/healthz', port: port }, periodSeconds: 6, failureThreshold: 10 }
            { type: 'Liveness', httpGet: { path: '/healthz', port: port }, periodSeconds: 15, failureThreshold: 3 }
            { type: 'Readiness', httpGet: { path: '/readyz', port: port }, periodSeconds: 5, failureThreshold: 2 }
          ]
        }
      ]
      scale: {
        minReplicas: minReplicas
        maxReplicas: maxReplicas
        rules: [{ name: 'turns', http: { metadata: { concurrentRequests: '50' } } }]
      }
      volumes: [
        { name: 'data', storageType: 'EmptyDir' }
        {
          name: 'settings'
          storageType: 'Secret'
          secrets: [{ secretRef: 'catalogue', path: 'catalogue.json' }]
        }
      ]
    }
  }
}

output publicUrl string = publicUrl
output appName string = name
