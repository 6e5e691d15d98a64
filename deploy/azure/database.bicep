// PostgreSQL, with a copy in another zone and 35 days to go back to.
param name string
param location string
param subnetId string
param dnsZoneId string

@secure()
param password string

resource server 'Microsoft.DBforPostgreSQL/flexibleServers@2024-08-01' = {
  name: '${name}-db'
  location: location
  sku: { name: 'Standard_D2ds_v5', tier: 'GeneralPurpose' }
  properties: {
    version: '16'
    administratorLogin: 'bot'
    administratorLoginPassword: password
    storage: { storageSizeGB: 64, autoGrow: 'Enabled' }
    backup: { backupRetentionDays: 35, geoRedundantBackup: 'Disabled' }
    highAvailability: { mode: 'ZoneRedundant' }
    network: { delegatedSubnetResourceId: subnetId, privateDnsZoneArmResourceId: dnsZoneId }
  }

  resource bot 'databases' = {
    name: 'bot'
    properties: { charset: 'UTF8', collation: 'C' }
  }
}

output host string = server.properties.fullyQualifiedDomainName
