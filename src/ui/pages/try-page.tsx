import { useEffect, useMemo, useRef, useState } from 'react'
import { Link, useLocation, useSearch } from 'wouter'
import { useStore } from 'zustand'
import { itemLab, itemOfLab } from '../../course/item-lab.ts'
import type { Item } from '../../course/item-definition.ts'
import { variantOf } from '../../course/items/variant-of.ts'
import { LabProvider } from '../lab-context.tsx'
import { ItemBrief } from '../practice/item-brief.tsx'
import { useItems } from '../practice/use-items.ts'
import { variantIn } from '../practice/variant-in.ts'
import { wayBack } from '../practice/way-back.ts'
import { words } from '../practice/words.ts'
import { presentWorld } from '../present-world.ts'
import { useSession, type Session } from '../session.tsx'
import { words as site } from '../words.ts'
import { forgetFrame } from '../workspace/frame.ts'
import { Workspace } from '../workspace/workspace.tsx'
import { NotFound } from './not-found.tsx'
import { Opening } from './opening.tsx'
import { Page } from './page.tsx'

const says = words.tryIt

/** The world of a question in the workspace: what each option says can be done there. */
export default function TryPage({ id }: { id: string }) {
  const session = useSession()
  const items = useItems()
  const search = useSearch()
  const [path] = useLocation()
  useEffect(() => {
    document.title = `${says.eyebrow(id)} - ${site.app.name}`
  }, [id])
  // On the way to another page this one is drawn once more, with the address of the other.
  if (!session || !items || path !== `/practice/${id}/try`) return <Opening />
  const item = items.find((each) => each.id === id)
  if (!item?.scene) return <NotFound text={words.missing} />
  const number = variantIn(search) ?? 0
  return (
    <InSession
      key={`${id}/${number}`}
      session={session}
      item={item}
      number={number}
      back={wayBack(search, `/practice/${id}?variant=${number}`)}
    />
  )
}

function InSession({
  session: { lab, labs },
  item,
  number,
  back,
}: {
  session: Session
  item: Item
  number: number
  back: string
}) {
  const variant = useMemo(() => variantOf(item, number), [item, number])
  const definition = useMemo(() => itemLab(variant), [variant])
  const known = useMemo(() => [...labs, definition], [labs, definition])
  const current = useStore(lab.store, ({ current }) => current)
  const saved = useStore(lab.store, ({ saved }) => saved)
  const [error, setError] = useState<string>()
  const asked = useRef(false)
  // Nothing is lost: an empty account, or the world of another question.
  const free =
    saved !== 'read-only' &&
    (current === undefined ? lab.trail().length === 0 : itemOfLab(current.labId) !== undefined)
  const here = current?.labId === definition.id && current.seed === number

  async function start() {
    try {
      forgetFrame()
      await lab.startLab(definition, number)
    } catch (caught) {
      setError(caught instanceof Error ? caught.message : String(caught))
    }
  }

  useEffect(() => {
    if (here || !free || asked.current) return
    asked.current = true
    void start()
  })

  if (here)
    return (
      <LabProvider lab={lab} labs={known}>
        <Workspace lab={lab} brief={<ItemBrief variant={variant} back={back} />} />
      </LabProvider>
    )
  if (free && error === undefined) return <Opening />
  const form = says.forms[item.type]
  return (
    <Page>
      <p className="text-ink-3">{says.eyebrow(item.id)}</p>
      <h1>{form.title}</h1>
      <p>
        {says.world} {form.how}
      </p>
      <p className="mt-6 text-ink-2">{says.replaces(presentWorld(current, labs).title)}</p>
      {error && (
        <p role="alert" className="told bad">
          {error}
        </p>
      )}
      <div className="row mt-3">
        <button type="button" className="btn primary" onClick={() => void start()}>
          {says.open}
        </button>
        <Link className="btn quiet" href={back}>
          {says.back}
        </Link>
      </div>
    </Page>
  )
}
