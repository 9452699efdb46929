import type { TrailEvent } from '../../kms/trail.ts'
import { byWhom } from '../trail/trail-words.ts'
import { words } from './words.ts'

const says = words.proof

/** What a run left in the audit log, oldest first. */
export function AuditLog({ trail, of }: { trail: readonly TrailEvent[]; of: string }) {
  return (
    <details className="cmp-audit">
      <summary>{says.log(trail.length)}</summary>
      <div className="scroll" tabIndex={0} role="region" aria-label={says.logOf(of)}>
        <table className="data">
          <thead>
            <tr>
              {[says.time, says.event, says.who, says.outcome].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody translate="no">
            {trail.map((event) => (
              <tr key={event.eventID}>
                <td className="num">{event.eventTime.replace('T', ' ').replace('Z', '')}</td>
                <td>{event.eventName}</td>
                <td>{byWhom(event)}</td>
                <td className={event.errorCode ? 'bad' : undefined}>{event.errorCode ?? says.fine}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}
