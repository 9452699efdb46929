import { useId, useState } from 'react'
import { LabRefusal } from '../../lab/refusal.ts'
import type { Receipt } from '../../lab/lab.ts'
import { TRANSFERS, type TransferRow } from '../../lab/rows.ts'
import { InlineCode } from '../brief/inline-code.tsx'
import { Glyph } from '../glyphs/glyph.tsx'
import { Icon } from '../glyphs/icon.tsx'
import { useLab, useRows } from '../lab-context.tsx'
import { clockTime } from '../when.ts'
import { DropZone } from './drop-zone.tsx'
import { visibleText } from './visible-text.ts'
import { words } from './words.ts'

const says = words.transfer

/** Step 3: what the learner brings back, and every file that came in. */
export function HandOver() {
  const lab = useLab()
  const rows = useRows<TransferRow>(TRANSFERS)
  const [receipt, setReceipt] = useState<Receipt>()
  const [refusal, setRefusal] = useState<string>()
  const id = useId()
  const receive = async (files: readonly { name: string; bytes: Uint8Array<ArrayBuffer> }[]) => {
    setReceipt(undefined)
    setRefusal(undefined)
    try {
      for (const { name, bytes } of files) setReceipt(await lab.receive(name, bytes))
    } catch (error) {
      if (!(error instanceof LabRefusal)) throw error
      setRefusal(error.message)
    }
  }
  return (
    <section className="t-part" aria-labelledby={id}>
      <h2 id={id}>
        <span className="k">3</span> {says.hand.title}
      </h2>
      <DropZone
        label={says.hand.choose}
        note={says.hand.drop}
        multiple={false}
        onFiles={(files) => void receive(files)}
      />
      {refusal !== undefined && (
        <p className="stop" role="alert">
          <Glyph name="status-bad" /> {refusal}
        </p>
      )}
      {receipt?.verdict === 'refused' && (
        <div className={receipt.stop ? 'stop' : 'stop mild'} role="alert">
          <p>
            <Glyph name={receipt.stop ? 'status-bad' : 'status-warn'} /> <b>{receipt.title}</b>
          </p>
          <p>
            <InlineCode text={receipt.says} />
          </p>
        </div>
      )}
      {receipt?.verdict === 'accepted' && (
        <p className="t-out ok" role="status">
          <Icon name="tick" size={14} /> {says.hand.accepted(visibleText(receipt.name), receipt.size)}
        </p>
      )}
      {rows.length > 0 && (
        <table className="data t-list">
          <caption>{says.hand.list}</caption>
          <thead>
            <tr>
              <th scope="col">{says.hand.name}</th>
              <th scope="col" className="r">
                {says.hand.size}
              </th>
              <th scope="col">{says.hand.verdict}</th>
              <th scope="col">{says.hand.at}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(([key, row]) => (
              <tr key={key}>
                <td className="mono" translate="no">
                  {visibleText(row.name)}
                </td>
                <td className="num r">{words.bytes.size(row.size)}</td>
                <td className={row.verdict === 'accepted' ? 'ok' : 'bad'}>
                  <Icon name={row.verdict === 'accepted' ? 'tick' : 'cross'} size={12} />{' '}
                  {says.hand.verdicts[row.verdict]}
                </td>
                <td className="num">{clockTime(row.at)} UTC</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="b-fine">{says.hand.stays}</p>
    </section>
  )
}
