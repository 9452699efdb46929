import { create } from 'zustand'

export type Tab = 'read' | 'do' | 'world' | 'trail' | 'more'

/** What is open and selected in the workspace. Nothing of it is saved. */
interface Frame {
  readonly drawer: 'none' | 'trail' | 'clock'
  /** Number of the audit event shown in the Trail */
  readonly event?: number | undefined
  /** ARN of the key whose facts show in World */
  readonly keyArn?: string | undefined
  /** What a phone shows */
  readonly tab: Tab
}

export const useFrame = create<Frame>(() => ({ drawer: 'none', tab: 'read' }))

/** Opens the Trail at this event: for "event 8" links. */
export const openEvent = (event: number) => useFrame.setState({ drawer: 'trail', event, tab: 'trail' })
/** Shows this key in World. */
export const openKey = (keyArn: string) => useFrame.setState({ keyArn, tab: 'world' })
export const selectKey = (keyArn: string) => useFrame.setState({ keyArn })
export const openClock = () => useFrame.setState({ drawer: 'clock', tab: 'trail' })
export const closeDrawer = () => useFrame.setState({ drawer: 'none' })
export const toggleTrail = () => useFrame.setState(({ drawer }) => ({ drawer: drawer === 'trail' ? 'none' : 'trail' }))
export const openTab = (tab: Tab) => useFrame.setState({ tab })
/** For another lab or world. */
export const forgetFrame = () => useFrame.setState({ drawer: 'none', event: undefined, keyArn: undefined, tab: 'read' })
