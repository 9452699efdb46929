import { KmsError } from '../../errors.ts'
import {
  accountId,
  clusterId,
  keyStoreId,
  keyStoreName,
  xksConnectivityEnum,
  xksCredential,
  xksUriEndpoint,
  xksUriPath,
  xksVpcServiceName,
} from '../../members.ts'
import { operation } from '../../operation.ts'
import { optional, secretText } from '../../shapes.ts'

export const updateCustomKeyStore = operation({
  name: 'UpdateCustomKeyStore',
  docs: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_UpdateCustomKeyStore.html',
  readOnly: false,
  input: {
    CustomKeyStoreId: keyStoreId(),
    NewCustomKeyStoreName: optional(keyStoreName()),
    KeyStorePassword: optional(secretText({ min: 7, max: 32 })),
    CloudHsmClusterId: optional(clusterId()),
    XksProxyUriEndpoint: optional(xksUriEndpoint()),
    XksProxyUriPath: optional(xksUriPath()),
    XksProxyVpcEndpointServiceName: optional(xksVpcServiceName()),
    XksProxyVpcEndpointServiceOwner: optional(accountId()),
    XksProxyAuthenticationCredential: optional(xksCredential),
    XksProxyConnectivity: optional(xksConnectivityEnum),
  },
  output: {},
  errors: [
    'CloudHsmClusterInvalidConfigurationException',
    'CloudHsmClusterNotActiveException',
    'CloudHsmClusterNotFoundException',
    'CloudHsmClusterNotRelatedException',
    'CustomKeyStoreInvalidStateException',
    'CustomKeyStoreNameInUseException',
    'CustomKeyStoreNotFoundException',
    'KMSInternalException',
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
      'CustomKeyStoreId',
      'NewCustomKeyStoreName',
      'CloudHsmClusterId',
      'XksProxyUriEndpoint',
      'XksProxyUriPath',
      'XksProxyVpcEndpointServiceName',
      'XksProxyVpcEndpointServiceOwner',
      'XksProxyConnectivity',
    ],
    response: [],
  },
  run() {
    throw new KmsError('UnsupportedOperationException')
  },
})
