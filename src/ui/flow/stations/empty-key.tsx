import { keyState } from '../../../kms/key.ts'
import { SocketArt } from '../../glyphs/socket.tsx'
import { stateWord } from '../../key-look.ts'
import type { Station } from './station.ts'

export const emptyKey: Station = {
  opens: [],
  draw: ({ facts: { key, probe } }) => (
    <>
      <g transform="translate(24 26)">
        <SocketArt look={{ custody: 'you', fill: 'never' }} size={112} note="no material" />
      </g>
      <text x="164" y="46" className="hd fk">
        {key ? stateWord(keyState(key)) : ''}
      </text>
      <text x="164" y="72" className="sm">
        KeyId
      </text>
      <text x="164" y="89" className="ms ink">
        {key?.id.slice(0, 18)}
      </text>
      <text x="164" y="104" className="ms ink">
        {key?.id.slice(18)}
      </text>
      <text x="164" y="127" className="sm">
        Origin
      </text>
      <text x="204" y="127" className="ms ink">
        {key?.origin}
      </text>
      {probe?.error ? (
        <g transform="translate(24 170)">
          <path d="M0 -4V40" stroke="var(--bad)" strokeWidth={2} />
          <path d="m14 2 9 9m0-9-9 9" stroke="var(--bad)" strokeWidth={2} />
          <text x="32" y="11" className="ms bd fb">
            {probe.error.code}
          </text>
          <text x="14" y="32" className="s2">
            Encrypt found no material to work with
          </text>
        </g>
      ) : (
        <text x="24" y="172" className="s2">
          KMS made the lock. What fills it is yours.
        </text>
      )}
    </>
  ),
}
