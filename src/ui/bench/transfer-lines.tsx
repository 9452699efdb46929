import { useId, useState } from 'react'
import { commandSheet, type Blank, type System } from '../../course/commands/command-sheet.ts'
import { ANSWERS, type AnswerRow } from '../../lab/rows.ts'
import { answerKey } from '../../lab/view.ts'
import { InlineCode } from '../brief/inline-code.tsx'
import { useLab, useLabDefinition, useRevision } from '../lab-context.tsx'
import { CopyButton } from './copy-button.tsx'
import { likelySystem } from './likely-system.ts'
import { TabList } from './tab-list.tsx'
import { words } from './words.ts'
import type { TransferAlgorithm } from './transfer-names.ts'

const says = words.transfer

const SYSTEMS: readonly System[] = ['linux', 'macos', 'windows']

/** Step 2: lines to type on the learner's own computer. A blank fills itself once its question is answered right. */
export function OwnLines({ algorithm }: { algorithm: TransferAlgorithm }) {
  const lab = useLab()
  const definition = useLabDefinition()
  useRevision()
  const [system, setSystem] = useState(() => likelySystem(navigator.userAgent))
  const id = useId()
  const questions = definition?.steps.flatMap((step) => step.questions ?? []) ?? []
  const blanks = (['padding-mode', 'oaep-md', 'mgf1-md'] satisfies Blank[]).filter((blank) => {
    const question = questions.find((each) => each.id === blank)
    const answer = definition && lab.tables.get<AnswerRow>(ANSWERS, answerKey(definition.id, blank))?.value
    return question !== undefined && question.options.find(({ correct }) => correct)?.id !== answer
  })
  return (
    <section className="t-part" aria-labelledby={id}>
      <h2 id={id}>
        <span className="k">2</span> {says.lines.title}
      </h2>
      <div className="term t-lines">
        <TabList
          label={says.lines.systems}
          open={system}
          onOpen={setSystem}
          items={SYSTEMS.map((each) => {
            const { title, notes, lines } = commandSheet({ system: each, algorithm, blanks })
            return {
              id: each,
              title,
              panel: (
                <>
                  <ol>
                    {lines.map(({ id: line, does, line: command, prints }) => (
                      <li key={line}>
                        <p className="d">
                          # {does}
                          {prints !== undefined && ` ${says.lines.prints(prints)}`}
                        </p>
                        <pre translate="no" tabIndex={0} role="group" aria-label={does}>
                          {command.split('____').map((part, i) => (
                            <span key={part}>
                              {i > 0 && (
                                <span className="blank">
                                  <span className="vh">{says.lines.blank}</span>
                                </span>
                              )}
                              {part}
                            </span>
                          ))}
                        </pre>
                        <CopyButton
                          text={() => command}
                          name={`${words.form.copy}: ${does}`}
                          className="act"
                        />
                      </li>
                    ))}
                  </ol>
                  <ul className="t-note">
                    {notes.map((note) => (
                      <li key={note}>
                        <InlineCode text={note} />
                      </li>
                    ))}
                  </ul>
                </>
              ),
            }
          })}
        />
      </div>
      {blanks.length > 0 && <p className="b-fine">{says.lines.blanks(blanks.length)}</p>}
    </section>
  )
}
