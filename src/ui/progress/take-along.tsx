import { Link } from 'wouter'
import { encodeUtf8 } from '../../bytes/utf8.ts'
import { evidenceFile } from '../../course/mastery/evidence-file.ts'
import { passRecords } from '../../lab/pass-records.ts'
import { PASSES, type PassRow } from '../../lab/rows.ts'
import { download } from '../download.ts'
import { Told, useTold } from '../keep/told.tsx'
import { WorkFile } from '../keep/work-file.tsx'
import type { Session } from '../session.tsx'
import type { Standing } from './use-standing.ts'
import { words } from './words.ts'

const says = words.take
const EVIDENCE_NAME = 'kms-key-material-lab-evidence.json'

/** What the learner can take with them: everything as a file, the evidence to read, a statement, paper. */
export function TakeAlong({ session, standing }: { session: Session; standing: Standing }) {
  const [told, act] = useTold()
  return (
    <section className="take-along" aria-labelledby="take">
      <h2 id="take">{says.heading}</h2>
      <p>{says.everything}</p>
      <div className="row">
        <WorkFile lab={session.lab} act={act} />
      </div>
      <p>{says.evidence}</p>
      <div className="row">
        <button
          type="button"
          className="btn"
          onClick={() =>
            act(async () => {
              download(EVIDENCE_NAME, encodeUtf8(await evidenceText(session, standing)))
              return says.handed
            })
          }
        >
          {says.evidenceDo}
        </button>
        <Link className="btn" href="/progress/statement">
          {words.statement.open}
        </Link>
        <button type="button" className="btn" onClick={() => print()}>
          {says.print}
        </button>
      </div>
      <Told told={told} />
    </section>
  )
}

async function evidenceText({ lab, wallNow }: Session, { all, metrics }: Standing): Promise<string> {
  const records = passRecords(await lab.journal())
  const passes = Array.from(lab.tables.rows<PassRow>(PASSES))
  const evidence = evidenceFile({
    all,
    standing: metrics,
    recordOf: ({ labId, at }) => {
      const [number = ''] = passes.find(([, pass]) => pass.labId === labId && pass.at === at) ?? []
      return records.get(number)
    },
    at: wallNow(),
  })
  return `${JSON.stringify(evidence, null, 2)}\n`
}
