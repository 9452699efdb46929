import { create } from 'zustand'
import { forgetHalfTyped, halfTyped, PAGE, putHalfTyped } from '../half-typed.ts'

const TABS = ['read', 'do', 'world', 'trail', 'more'] as const
export type Tab = (typeof TABS)[number]

/** What is open and selected in the workspace. It is no work: it outlives a refresh, and ends with the tab. */
interface Frame {
  readonly drawer: 'none' | 'trail' | 'clock'
  /** Number of the audit event shown in the Trail */
  readonly event?: number | undefined
  /** ARN of the key whose facts show in World */
  readonly keyArn?: string | undefined
  /** On an upright tablet: the Brief is one line */
  readonly folded: boolean
  /** What a phone shows */
  readonly tab: Tab
}

export const useFrame = create<Frame>(
  () => halfTyped(PAGE, 'frame', isFrame) ?? { drawer: 'none', tab: 'read', folded: false },
)
useFrame.subscribe((frame) => putHalfTyped(PAGE, 'frame', frame))

function isFrame(value: unknown): value is Frame {
  const { drawer, tab, folded, event, keyArn } = (value ?? {}) as Partial<Frame>
  return (
    (drawer === 'none' || drawer === 'trail' || drawer === 'clock') &&
    TABS.some((each) => each === tab) &&
    typeof folded === 'boolean' &&
    (event === undefined || Number.isInteger(event)) &&
    (keyArn === undefined || typeof keyArn === 'string')
  )
}

/** Opens the Trail at this event: for "event 8" links. */
export const openEvent = (event: number) => useFrame.setState({ drawer: 'trail', event, tab: 'trail' })
/** Shows this key in World. */
export const openKey = (keyArn: string) => useFrame.setState({ keyArn, tab: 'world' })
export const selectKey = (keyArn: string) => useFrame.setState({ keyArn })
export const openClock = () => useFrame.setState({ drawer: 'clock', tab: 'trail' })
export const closeDrawer = () => useFrame.setState({ drawer: 'none' })
/** A phone goes on with what was open. */
export const toggleTrail = () =>
  useFrame.setState(({ drawer, tab }) =>
    drawer === 'trail'
      ? { drawer: 'none', tab: tab === 'trail' ? 'do' : tab }
      : { drawer: 'trail', tab: 'trail' },
  )
/** The task line: on a phone it leads to the Brief, on a tablet it folds it. */
export const toggleBrief = () => useFrame.setState(({ folded }) => ({ folded: !folded, tab: 'read' }))
export const openTab = (tab: Tab) => useFrame.setState({ tab })
/** For another lab or world. */
export function forgetFrame(): void {
  forgetHalfTyped()
  useFrame.setState({ drawer: 'none', event: undefined, keyArn: undefined, tab: 'read' })
}
