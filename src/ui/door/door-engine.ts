import type { StoreApi } from 'zustand/vanilla'
import { decodeBase64 } from '../../bytes/base64.ts'
import { decodeUtf8 } from '../../bytes/utf8.ts'
import { ANSWERS, FILES, type AnswerRow, type FileRow } from '../../lab/rows.ts'
import type { CallEntry, Lab } from '../../lab/lab.ts'
import { aliasesOf, currentMaterial, keyState, type KeyRecord, type KeyState } from '../../kms/key.ts'
import { days, minutes, type Instant } from '../../world/clock.ts'
import { announce } from '../announce.tsx'
import { pause } from '../pause.ts'
import { fileLook } from '../world/file-kind.ts'
import { allKeys } from '../world/scene-model.ts'
import type { DoorActions, DoorFacts, DoorPorts, DoorState } from './use-door.ts'
import { says } from './door-words.ts'

const SEED = 1

/**
 * The demonstration over a scratch lab: each action is what the learner would do in the workspace.
 *
 * @param early whether Enter was pressed before the engine was there: it runs the first command at once
 */
export async function openDoor(
  ports: DoorPorts,
  store: StoreApi<DoorState>,
  early: () => boolean,
): Promise<DoorActions> {
  const lab = await ports.scratch()
  let start: Instant = 0
  let end: Instant = 0
  let firstState: KeyState = 'Enabled'

  async function guarded(work: (lab: Lab, facts: DoorFacts) => Promise<Partial<DoorState>>): Promise<void> {
    const { facts, busy } = store.getState()
    if (!facts || busy) return
    store.setState({ busy: true })
    try {
      const change = await work(lab, facts)
      store.setState({ busy: false, ...change, facts: read(lab) })
    } catch (error) {
      store.setState({
        busy: false,
        phase: 'broken',
        error: error instanceof Error ? error.message : String(error),
      })
    }
  }

  async function begin(): Promise<void> {
    await lab.startLab(ports.door, SEED)
    start = lab.store.getState().now
    const [key] = allKeys(lab.tables)
    end = (key && currentMaterial(key)?.validTo) ?? start
    await pause()
    if (key) firstState = keyState(key)
    const { plaintext: _1, readAt: _2, refused: _3, imported: _4, error: _5, ...kept } = store.getState()
    store.setState({ ...kept, phase: 'read', busy: false, facts: read(lab) }, true)
  }

  function read(from: Lab): DoorFacts {
    const key = allKeys(from.tables)[0] as KeyRecord
    const files = Array.from(from.tables.rows<FileRow>(FILES), ([, row]) => ({
      row,
      look: fileLook(row.bytes),
    }))
    const material = files.find(({ look }) => look.kind === 'material')
    const cipher = files.find(({ look }) => look.kind === 'ciphertext')
    if (!material || !cipher) throw new TypeError('the door has no material or no ciphertext')
    const { door } = ports
    const prediction = door.steps.flatMap(({ predictions = [] }) => predictions)[0]
    return {
      now: from.store.getState().now,
      start,
      end,
      endAgain: end + days(1),
      jumpTo: end + minutes(1),
      keyState: keyState(key),
      firstState,
      keyArn: key.arn,
      alias: aliasesOf(from.tables, key)[0]?.name ?? key.id,
      fileName: cipher.row.name,
      materialName: material.row.name,
      hex: material.look.fingerprint,
      teeth: material.look.teeth,
      prediction,
      answer: prediction && from.tables.get<AnswerRow>(ANSWERS, `${door.id}/${prediction.id}`),
    }
  }

  const decrypt = (from: Lab, { fileName }: DoorFacts) =>
    from.call({ operation: 'Decrypt', input: { CiphertextBlob: { file: fileName } } })

  const actions: DoorActions = {
    async run() {
      const { phase } = store.getState()
      if (phase === 'restore') return actions.restore()
      if (phase !== 'read' && phase !== 'again' && phase !== 'read-again') return
      await guarded(async (from, facts) => {
        const { ok, output, error } = await decrypt(from, facts)
        if (ok) {
          const plaintext = decodeUtf8(decodeBase64(String(output?.Plaintext)))
          announce(says.announce.read(plaintext))
          return {
            phase: phase === 'read' ? 'predict' : 'done',
            plaintext,
            readAt: from.store.getState().now,
          }
        }
        announce(says.announce.refused(error?.code ?? ''))
        return { phase: 'restore', ...(error ? { refused: error } : {}) }
      })
    },
    lock: (option, certainty) =>
      guarded(async (from, { prediction }) => {
        if (prediction) await from.answer(prediction.id, option, certainty)
        return { phase: 'jump' }
      }),
    jump: () =>
      guarded(async (from, { jumpTo }) => {
        await from.moveClock(jumpTo)
        announce(says.announce.emptied)
        return { phase: 'again' }
      }),
    restore: () =>
      guarded(async (from, { keyArn, materialName, endAgain }) => {
        const wrapping = { WrappingAlgorithm: 'RSAES_OAEP_SHA_256', WrappingKeySpec: 'RSA_2048' }
        const keep = { PublicKey: 'PublicKey.bin', ImportToken: 'token.bin' }
        await mustWork(
          from.call({ operation: 'GetParametersForImport', input: { KeyId: keyArn, ...wrapping }, keep }),
        )
        const bytes = (name: string) => (from.tables.get<FileRow>(FILES, name) as FileRow).bytes
        await from.putFile('wrapped.bin', await ports.wrap(bytes('PublicKey.bin'), bytes(materialName)))
        const imported = await mustWork(
          from.call({
            operation: 'ImportKeyMaterial',
            input: {
              KeyId: keyArn,
              ImportToken: { file: 'token.bin' },
              EncryptedKeyMaterial: { file: 'wrapped.bin' },
              ValidTo: new Date(endAgain).toISOString().replace('.000Z', 'Z'),
            },
          }),
        )
        announce(says.announce.restored)
        return { phase: 'read-again', imported }
      }),
    async restart() {
      store.setState({ busy: true })
      try {
        await begin()
      } catch (error) {
        store.setState({
          busy: false,
          phase: 'broken',
          error: error instanceof Error ? error.message : String(error),
        })
      }
    },
  }

  await pause()
  await begin()
  if (early()) await actions.run()
  return actions
}

async function mustWork(call: Promise<CallEntry>): Promise<NonNullable<CallEntry['output']>> {
  const { ok, error, output } = await call
  if (!ok) throw new Error(`${error?.code}: ${error?.message}`)
  return output ?? {}
}
