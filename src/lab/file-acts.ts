import { refuseCredentialBytes, requireFileName, requireFileSize } from './guard.ts'
import type { Action } from './journal.ts'
import type { Lab } from './lab.ts'
import { receive } from './receive.ts'
import { file, FILES, type FileRow } from './rows.ts'
import type { Session } from './session.ts'

/** What happens to the files of the learner's own computer. */
export function fileActs(session: Session): Pick<Lab, 'putFile' | 'removeFile' | 'receive'> {
  const { tables, world } = session
  return {
    async putFile(name, bytes) {
      requireFileSize(bytes)
      const flat = requireFileName(name)
      refuseCredentialBytes(bytes)
      const row = (): FileRow => ({ name: flat, bytes: bytes.slice(), changedAt: world.clock.now() })
      await session.act(
        { action: (): Action => ({ kind: 'put-file', name: flat, size: bytes.length }), strict: true },
        () => {
          tables.apply([[FILES, flat, row()]])
        },
      )
    },

    async removeFile(name) {
      await session.act(
        { action: (): Action => ({ kind: 'remove-file', name, size: 0 }), strict: true },
        () => {
          if (file(tables, name)) tables.apply([[FILES, name, null]])
        },
      )
    },

    receive: (name, bytes) => receive(session, name, bytes),
  }
}
