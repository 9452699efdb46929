import { Camel } from '../camel.tsx'
import { Glyph } from '../glyphs/glyph.tsx'
import { isImported, keyGlyph } from '../key-look.ts'
import { describe } from '../../kms/key-metadata.ts'
import { keyState } from '../../kms/key.ts'
import type { Instant } from '../../world/clock.ts'
import { useLab } from '../lab-context.tsx'
import { words } from '../words.ts'
import type { SceneKey } from './scene-model.ts'

const DATES = new Set(['CreationDate', 'DeletionDate', 'ValidTo'])
const FACTS = [
  'Arn',
  'KeyState',
  'Origin',
  'ExpirationModel',
  'ValidTo',
  'DeletionDate',
  'KeySpec',
  'KeyUsage',
  'MultiRegionKeyType',
  'CurrentKeyMaterialId',
  'CreationDate',
  'Description',
] as const

/** What DescribeKey would answer for the key in view; the call itself is the learner's to make. */
export function KeyFacts({ sceneKey, now }: { sceneKey: SceneKey; now: Instant }) {
  const { record, name } = sceneKey
  const described = describe(record, useLab().tables)
  const metadata: Record<string, unknown> = { ...described, ...described.MultiRegionConfiguration }
  return (
    <section className="insp" aria-label={words.scene.facts(name)}>
      <h3>{name}</h3>
      <dl translate="no">
        {FACTS.map((fact) => {
          const value = metadata[fact]
          if (value === undefined || value === '') return null
          return (
            <div key={fact}>
              <dt>
                <Camel name={fact} />
              </dt>
              <dd>
                {fact === 'KeyState' && <Glyph name={keyGlyph(record, now)} />}
                <span>{DATES.has(fact) ? iso(value as Instant) : String(value)}</span>
              </dd>
            </div>
          )
        })}
      </dl>
      {isImported(record) && record.materials.length === 0 && (
        <p className="note">
          {record.keySpec === 'SYMMETRIC_DEFAULT' ? words.scene.takesAny : words.scene.takesKey}
        </p>
      )}
      {keyState(record) === 'PendingImport' && record.materials.length > 1 && (
        <p className="note">{words.due.expiresWhole}</p>
      )}
    </section>
  )
}

const iso = (at: Instant) => new Date(at).toISOString().replace('.000Z', '+00:00')
