import { currentMaterial, keyState } from '../../../kms/key.ts'
import { SocketArt } from '../../glyphs/socket.tsx'
import { stateWord } from '../../key-look.ts'
import { fileLook } from '../../world/file-kind.ts'
import { dayAndYear } from '../../when.ts'
import type { Station } from './station.ts'

export const filled: Station = {
  opens: [],
  draw: ({ inputs, facts: { key, original, answer } }) => {
    if (!key) return null
    const material = currentMaterial(key)
    // Teeth and digits are those of the bytes that were sent: nobody sees the ones inside.
    const look = inputs.bytes === 'raw' && original ? fileLook(original) : undefined
    const enabled = keyState(key) === 'Enabled'
    return (
      <>
        <g transform="translate(16 20)">
          <SocketArt
            look={{
              custody: 'you',
              fill: enabled ? 'seated' : 'never',
              teeth: look?.teeth,
              text: look?.fingerprint,
              expires: material?.validTo !== undefined,
            }}
            size={120}
            note={enabled ? undefined : 'no material'}
          />
        </g>
        <text x="164" y="38" className="hd fk">
          {stateWord(keyState(key))}
        </text>
        {material ? (
          <>
            <text x="164" y="64" className="sm">
              KeyMaterialId
            </text>
            <text x="164" y="81" className="ms ink">
              {material.id.slice(0, 22)}…
            </text>
            <text x="164" y="108" className="sm">
              Ends
            </text>
            <text x="164" y="125" className={material.validTo === undefined ? 's2' : 'ft bd'}>
              {material.validTo === undefined ? 'on no date' : dayAndYear(material.validTo)}
            </text>
          </>
        ) : (
          <>
            <text x="164" y="64" className="s2">
              The refused import
            </text>
            <text x="164" y="83" className="s2">
              changed nothing here.
            </text>
          </>
        )}
        {material && (
          <>
            <path d="M16 168H340" stroke="var(--line)" />
            <text x="16" y="192" className="s2">
              Sealed again inside the HSM: what is stored
            </text>
            <text x="16" y="212" className="s2">
              opens nowhere else.
            </text>
          </>
        )}
        {!material && answer?.error && (
          <text x="16" y="192" className="ms bd fb">
            {answer.error.code}
          </text>
        )}
      </>
    )
  },
}
