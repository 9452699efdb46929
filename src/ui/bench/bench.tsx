import { useState } from 'react'
import type { Bytes } from '../../bytes/bytes.ts'
import type { CallEntry, CallRequest, Lab } from '../../lab/lab.ts'
import { FILES } from '../../lab/rows.ts'
import { LabRefusal } from '../../lab/refusal.ts'
import { operations } from '../../kms/operations/index.ts'
import { announce } from '../announce.tsx'
import { halfTyped, putHalfTyped, useHalfTyped } from '../half-typed.ts'
import { useLabDefinition, useRevision, useWorld } from '../lab-context.tsx'
import { keysHere } from '../world/scene-model.ts'
import './bench.css'
import { draftOf, isComposition, withoutSecrets, type Composition } from './composer.ts'
import { DoForm } from './do-form.tsx'
import { Files } from './files.tsx'
import { fieldsOf } from './form-model.ts'
import { isLocal } from './local-commands.ts'
import { LocalForm, type LocalResult } from './local-form.tsx'
import { Log, type LocalEntry } from './log.tsx'
import { useDraft } from '../terminal/draft.ts'
import { warmTerminal } from '../terminal/load-terminal.ts'
import { TerminalTab } from '../terminal/terminal-tab.tsx'
import { TabList } from './tab-list.tsx'
import { Transfer } from './transfer.tsx'
import { words } from './words.ts'

const TABS = ['do', 'terminal', 'files', 'transfer'] as const
type BenchTab = (typeof TABS)[number]
const isTab = (value: unknown): value is BenchTab => (TABS as readonly unknown[]).includes(value)

/** Where a learner acts: commands as forms with their answers, and their files. */
export function Bench({ lab }: { lab: Lab }) {
  const world = useWorld()
  return <WorldsBench key={world} lab={lab} world={world} />
}

function WorldsBench({ lab, world }: { lab: Lab; world: string }) {
  useRevision()
  const opensWith = useLabDefinition()?.bench
  const hasTransfer = opensWith === 'transfer'
  const [lastTab, setTab] = useHalfTyped<BenchTab>(
    world,
    'bench',
    opensWith === 'transfer' || opensWith === 'terminal' ? opensWith : 'do',
    isTab,
  )
  const tab = lastTab === 'transfer' && !hasTransfer ? 'do' : lastTab
  const [composition, compose] = useState<Composition>(
    () =>
      halfTyped(world, 'form', isComposition) ?? {
        operation: keysHere(lab.tables).length > 0 ? 'DescribeKey' : 'CreateKey',
        drafts: {},
        keeps: {},
      },
  )
  const setComposition = (change: (composition: Composition) => Composition) =>
    compose((old) => {
      const next = change(old)
      putHalfTyped(world, 'form', next, withoutSecrets(next))
      return next
    })
  const puts = useDraft((draft) => draft.put)
  const [seenPuts, setSeenPuts] = useState(puts)
  if (puts !== seenPuts) {
    setSeenPuts(puts)
    setTab('terminal')
  }
  const [refusal, setRefusal] = useState<string>()
  const [local, setLocal] = useState<readonly LocalEntry[]>([])

  async function run(request: CallRequest) {
    setRefusal(undefined)
    try {
      await lab.call(request)
      // A name for a kept file is for one answer; the next one gets a fresh one.
      setComposition((old) => ({
        ...old,
        keeps: { ...old.keeps, [request.operation]: shownOnly(old.keeps[request.operation]) },
      }))
    } catch (error) {
      if (!(error instanceof LabRefusal)) throw error
      setRefusal(error.message)
    }
  }

  async function put(name: string, bytes: Bytes): Promise<boolean> {
    setRefusal(undefined)
    try {
      await lab.putFile(name, bytes)
      return true
    } catch (error) {
      if (!(error instanceof LabRefusal)) throw error
      setRefusal(error.message)
      return false
    }
  }

  function addLocal(result: LocalResult) {
    const after = lab.store.getState().calls.at(-1)?.number ?? 0
    setLocal((old) => [...old.slice(-40), { ...result, after, id: (old.at(-1)?.id ?? 0) + 1 }])
    announce(result.error ?? result.output ?? '')
  }

  function edit({ request }: CallEntry) {
    const operation = operations.get(request.operation)
    if (!operation) return
    setComposition((old) => ({
      ...old,
      operation: operation.name,
      drafts: { ...old.drafts, [operation.name]: draftOf(fieldsOf(operation), request.input) },
    }))
  }

  const items = [
    {
      id: 'do' as const,
      title: words.tabs.do,
      panel: (
        <div className="b-do">
          <div className="term b-log">
            <Log local={local} onAgain={({ request }) => void run(request)} onEdit={edit} />
          </div>
          {isLocal(composition.operation) ? (
            <LocalForm
              command={composition.operation}
              onPick={(operation) => setComposition((old) => ({ ...old, operation }))}
              onDone={addLocal}
              onPut={put}
              before={local.at(-1)?.command}
              refusal={refusal}
            />
          ) : (
            <DoForm
              composition={composition}
              onCompose={setComposition}
              onRun={(request) => void run(request)}
              refusal={refusal}
            />
          )}
        </div>
      ),
    },
    ...(lab.terminal.store.getState().phase === 'absent'
      ? []
      : [
          {
            id: 'terminal' as const,
            title: words.tabs.terminal,
            panel: <TerminalTab />,
            onNear: () => warmTerminal(lab.terminal),
          },
        ]),
    {
      id: 'files' as const,
      title: (
        <>
          {words.tabs.files} <span className="num">{lab.tables.size(FILES)}</span>
        </>
      ),
      panel: <Files />,
    },
    ...(hasTransfer ? [{ id: 'transfer' as const, title: words.tabs.transfer, panel: <Transfer /> }] : []),
  ]
  return (
    <div className="bench">
      <TabList label={words.tabs.label} items={items} open={tab} onOpen={setTab} />
    </div>
  )
}

const shownOnly = (keeps: Readonly<Record<string, string | null>> | undefined) =>
  Object.fromEntries(Object.entries(keeps ?? {}).filter(([, name]) => name === null))
