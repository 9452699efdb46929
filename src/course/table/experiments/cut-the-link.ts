import type { Experiment } from '../experiment-definition.ts'
import {
  clusterDoes,
  connectAgain,
  disconnect,
  keyInStore,
  managerDoes,
  proxyDoes,
  stateIs,
} from '../key-stores.ts'
import { decrypt, encrypt, quietly, refused, writeRecord } from '../script-steps.ts'

const record = quietly(writeRecord, encrypt('K'))

export const cutTheLink: Experiment = {
  id: 'P-3',
  title: 'The link to what you run is cut, and mended',
  scripts: {
    H: {
      steps: [
        ...keyInStore('H'),
        ...record,
        clusterDoes('Both HSMs of your cluster fail.', { hsms: [] }),
        decrypt(refused('KMSInvalidStateException')),
        clusterDoes('Two HSMs run again.', { hsms: ['eu-west-1a', 'eu-west-1b'] }),
        decrypt(),
        disconnect,
        stateIs('Unavailable'),
        decrypt(refused('KMSInvalidStateException', 'is unavailable.')),
        ...connectAgain,
        decrypt(),
      ],
      shows: 'No cluster, no key. With the cluster back, every key is back.',
    },
    X: {
      steps: [
        ...keyInStore('X'),
        ...record,
        proxyDoes('Your proxy stops answering.', { reachable: false }),
        decrypt(refused('KMSInvalidStateException')),
        proxyDoes('The proxy answers again.', { reachable: true }),
        managerDoes('Your key manager disables the external key.', { enabled: false }),
        decrypt(refused('KMSInvalidStateException')),
        managerDoes('The external key is enabled again.', { enabled: true }),
        decrypt(),
        disconnect,
        stateIs('Unavailable'),
      ],
      shows: 'Proxy or manager: whoever stops first stops the key, at once.',
    },
  },
}
