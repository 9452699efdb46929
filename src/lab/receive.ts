import type { Bytes } from '../bytes/bytes.ts'
import { refuseCredentialBytes, requireFileName } from './guard.ts'
import type { Receipt } from './lab.ts'
import { FILES, TRANSFERS, type FileRow, type TransferRow } from './rows.ts'
import type { Session } from './session.ts'
import { labView } from './view.ts'
import { moveRow } from './checks.ts'
import { says } from './words.ts'

/** EncryptedKeyMaterial takes no more (F-317). */
export const MAX_UPLOAD_BYTES = 6_144

/** A file from outside: judged, and kept only when the lab wants it. Of a refused one no byte is kept. */
export async function receive(session: Session, name: string, bytes: Bytes): Promise<Receipt> {
  const flat = requireFileName(name)
  const size = bytes.length
  if (size <= MAX_UPLOAD_BYTES) refuseCredentialBytes(bytes, 'outside')

  return session.act<Receipt>(
    {
      action: ({ verdict }) => ({ kind: 'receive', name: flat, size, verdict }),
      strict: true,
      coached: true,
    },
    () => {
      const { tables, world } = session
      const lab = session.current()
      const progress = session.progress()
      const at = world.clock.now()
      const note = (verdict: TransferRow['verdict']) =>
        tables.apply([
          [
            TRANSFERS,
            String(tables.size(TRANSFERS) + 1),
            { name: flat, size, verdict, at } satisfies TransferRow,
          ],
        ])
      const refused = (title: string, why: string, stop?: true): Receipt => {
        note('refused')
        return { verdict: 'refused', name: flat, size, title, says: why, ...(stop ? { stop } : {}) }
      }

      if (size > MAX_UPLOAD_BYTES) return refused(says.uploadTooLargeTitle, says.uploadTooLarge)
      const verdict =
        lab?.judgeUpload && progress
          ? lab.judgeUpload(flat, bytes, labView(lab, progress, tables, at))
          : undefined
      if (verdict && !verdict.accept && lab) {
        tables.apply([
          moveRow(
            lab,
            {
              moveId: verdict.id,
              ...(verdict.misconception ? { misconception: verdict.misconception } : {}),
            },
            tables,
            at,
            session.wallNow(),
          ),
        ])
        return refused(verdict.title, verdict.says, verdict.stop)
      }
      note('accepted')
      tables.apply([[FILES, flat, { name: flat, bytes: bytes.slice(), changedAt: at } satisfies FileRow]])
      return { verdict: 'accepted', name: flat, size }
    },
  )
}
