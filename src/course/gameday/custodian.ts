import { decodeUtf8 } from '../../bytes/utf8.ts'
import { minutes } from '../../world/clock.ts'
import { keyState, type KeyRecord } from '../../kms/key.ts'
import type { LabView, NumberedEvent, Phone, SafeFile } from '../lab-definition.ts'
import { custodianWords as says } from './custodian-words.ts'
import type { Service } from './incident.ts'
import { beforeTheLearner, succeededAs } from './repairs.ts'
import { custodyCard } from './scene-keys.ts'
import { FAR, services } from './services.ts'

/** What a call to her costs. */
const CALL = minutes(10)

/**
 * The custodian, who holds the bytes of imported keys. She answers from what she did, from her safe and its card, and
 * from the state of the key. She hands bytes over only while an import waits for them.
 */
export const custodian: Phone = {
  who: says.who,
  takes: CALL,
  about: Object.values(services).map(({ bucket }) => ({ id: bucket, says: bucket })),
  async answer(view, about, fingerprint) {
    const service = Object.values(services).find(({ bucket }) => bucket === about)
    if (!service) throw new RangeError(`she knows nothing of ${about}`)
    const { key } = service
    const record = view.key(key)
    const told = importsOf(view, service)
    if (told.length === 0 && record && record.origin !== 'EXTERNAL') {
      const made = record.origin === 'AWS_KMS' ? says.none.AWS_KMS : says.none.store
      return { said: [made(key), says.unknown], gives: [] }
    }

    const fits: SafeFile[] = []
    const lines = cardLines(view, service)
    const files = view.safe(about).filter(({ name }) => name !== custodyCard(service))
    if (!record && told.length === 0 && files.length === 0)
      return { said: [says.neverHeld(key), says.unknown], gives: [] }
    for (const file of files) {
      const hash = await fingerprint(file.bytes)
      const [named] = lines.find(([, wanted]) => wanted === hash) ?? []
      if (named === undefined) told.push(says.fitsNone(file.name, file.bytes.length))
      else {
        fits.push(file)
        told.push(says.fits(file.name, named))
      }
    }
    if (files.length === 0) told.push(says.noFile)
    if (fits.length === 0) return { said: [...told, says.noCopy, says.unknown], gives: [] }
    if (!record) return { said: [...told, says.gone(key), says.unknown], gives: [] }
    const waits = relatedKeys(view, record).find((each) => keyState(each) === 'PendingImport')
    if (!waits) return { said: [...told, says.keeps(key, keyState(record)), says.unknown], gives: [] }
    const gives = fits.filter(({ name, bytes }) => !same(view.file(name), bytes))
    const handed = gives.length === 0 ? says.hasThem : says.gives(key, waits.region, gives.length)
    return { said: [...told, handed, says.unknown], gives }
  },
}

/** What she did herself: also where the record of it is not at hand. */
export function importsBy(view: LabView, { key }: Service): readonly NumberedEvent[] {
  const arn = view.arnOf(key)
  return beforeTheLearner(view)
    .filter(succeededAs('ImportKeyMaterial'))
    .filter(({ resources }) => resources?.some(({ ARN }) => ARN === arn))
}

const importsOf = (view: LabView, service: Service): string[] =>
  importsBy(view, service).map(({ eventTime, requestParameters }) => {
    const end = requestParameters?.validTo
    return says.imported(service.key, day(eventTime), end === undefined ? undefined : String(end))
  })

const day = (eventTime: string) => `${eventTime.slice(0, 10)} at ${eventTime.slice(11, 16)} UTC`

/** What stands on the card in her safe; the learner's copy may say anything by now. */
function cardLines(view: LabView, service: Service): (readonly [says: string, hash: string])[] {
  const card = view.safe(service.bucket).find(({ name }) => name === custodyCard(service))
  const text = card ? decodeUtf8(card.bytes) : ''
  return [...text.matchAll(/^(.+): SHA-256 ([0-9a-f]{64})$/gm)].map(([, line = '', hash = '']) => [
    line,
    hash,
  ])
}

/** The key and its replicas, which are filled one by one. */
const relatedKeys = (view: LabView, key: KeyRecord): readonly KeyRecord[] => [
  key,
  ...(key.multiRegion ? view.keys(FAR).filter(({ id }) => id === key.id) : []),
]

const same = (one: Uint8Array | undefined, two: Uint8Array) =>
  one !== undefined && one.length === two.length && one.every((byte, i) => byte === two[i])
