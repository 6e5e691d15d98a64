// Payment proofs: no key, no anonymous access, and what is overwritten or deleted can be brought back for 90 days.
param name string
param location string
param principalId string

var contribute = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'ba92f5b4-2d11-453d-a403-e96b0029c9fe')

resource account 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: name
  location: location
  kind: 'StorageV2'
  sku: { name: 'Standard_ZRS' }
  properties: {
    allowSharedKeyAccess: false
    allowBlobPublicAccess: false
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
  }

  resource blobs 'blobServices' = {
    name: 'default'
    properties: {
      isVersioningEnabled: true
      deleteRetentionPolicy: { enabled: true, days: 90 }
      containerDeleteRetentionPolicy: { enabled: true, days: 90 }
    }

    resource container 'containers' = {
      name: 'proofs'
      properties: { publicAccess: 'None' }
    }
  }
}

resource mayWrite 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(account::blobs::container.id, principalId, contribute)
  scope: account::blobs::container
  properties: { roleDefinitionId: contribute, principalId: principalId, principalType: 'ServicePrincipal' }
}

output containerUrl string = '${account.properties.primaryEndpoints.blob}${account::blobs::container.name}'
