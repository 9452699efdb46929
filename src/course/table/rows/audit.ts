import { cell, type TableRow } from '../table-definition.ts'

export const audit: TableRow = {
  id: 'audit',
  title: 'Audit events',
  competencies: ['ROT-6', 'AVL-7', 'CMP-7'],
  cells: {
    G: cell(
      'F-713',
      'cloudtrail',
      {
        claim: '`CreateKey`, rotation calls by a caller, `RotateKey` by the service.',
        why: '`EnableKeyRotation`, `DisableKeyRotation` and `RotateKeyOnDemand` name who called.',
        short: 'RotateKey',
      },
      { experiment: 'P-13' },
    ),
    I: cell(
      'F-713',
      'expiredRecord',
      {
        claim:
          'Also `ImportKeyMaterial`, `DeleteImportedKeyMaterial`, and `DeleteExpiredKeyMaterial` by the service.',
        why: '`GetParametersForImport` is recorded too: it is the place to look up the algorithm later.',
        short: 'and imports',
      },
      { experiment: 'P-13' },
    ),
    H: cell('F-701', 'cloudtrail', {
      claim: 'Also connecting and disconnecting. Logs of the cluster apart.',
      why: '`ConnectCustomKeyStore` and `DisconnectCustomKeyStore` are in the trail; the cluster keeps its own record.',
      short: 'and the cluster',
    }),
    X: cell('F-701', 'cloudtrail', {
      claim: 'Also connecting and disconnecting. Logs of the manager apart.',
      why: 'What proxy and manager do is in their logs, which you keep.',
      short: 'and the proxy',
    }),
  },
}
