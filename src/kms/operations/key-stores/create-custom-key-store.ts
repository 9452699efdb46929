import { KmsError } from '../../errors.ts'
import {
  accountId,
  clusterId,
  keyStoreId,
  keyStoreName,
  keyStoreTypeEnum,
  trustAnchor,
  xksConnectivityEnum,
  xksCredential,
  xksUriEndpoint,
  xksUriPath,
  xksVpcServiceName,
} from '../../members.ts'
import { operation } from '../../operation.ts'
import { optional, secretText } from '../../shapes.ts'

export const createCustomKeyStore = operation({
  name: 'CreateCustomKeyStore',
  docs: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateCustomKeyStore.html',
  readOnly: false,
  input: {
    CustomKeyStoreName: keyStoreName(),
    CloudHsmClusterId: optional(clusterId()),
    TrustAnchorCertificate: optional(trustAnchor()),
    KeyStorePassword: optional(secretText({ min: 7, max: 32 })),
    CustomKeyStoreType: optional(keyStoreTypeEnum),
    XksProxyUriEndpoint: optional(xksUriEndpoint()),
    XksProxyUriPath: optional(xksUriPath()),
    XksProxyVpcEndpointServiceName: optional(xksVpcServiceName()),
    XksProxyVpcEndpointServiceOwner: optional(accountId()),
    XksProxyAuthenticationCredential: optional(xksCredential),
    XksProxyConnectivity: optional(xksConnectivityEnum),
  },
  output: { CustomKeyStoreId: optional(keyStoreId()) },
  errors: [
    'CloudHsmClusterInUseException',
    'CloudHsmClusterInvalidConfigurationException',
    'CloudHsmClusterNotActiveException',
    'CloudHsmClusterNotFoundException',
    'CustomKeyStoreNameInUseException',
    'IncorrectTrustAnchorException',
    'KMSInternalException',
    'LimitExceededException',
    'XksProxyIncorrectAuthenticationCredentialException',
    'XksProxyInvalidConfigurationException',
    'XksProxyInvalidResponseException',
    'XksProxyUriEndpointInUseException',
    'XksProxyUriInUseException',
    'XksProxyUriUnreachableException',
    'XksProxyVpcEndpointServiceInUseException',
    'XksProxyVpcEndpointServiceInvalidConfigurationException',
    'XksProxyVpcEndpointServiceNotFoundException',
  ],
  trail: {
    request: [
      'CustomKeyStoreName',
      'CloudHsmClusterId',
      'CustomKeyStoreType',
      'XksProxyUriEndpoint',
      'XksProxyUriPath',
      'XksProxyVpcEndpointServiceName',
      'XksProxyVpcEndpointServiceOwner',
      'XksProxyConnectivity',
    ],
    response: ['CustomKeyStoreId'],
  },
  run() {
    throw new KmsError('UnsupportedOperationException')
  },
})
