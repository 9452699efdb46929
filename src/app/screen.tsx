import { lazy, useState, type ComponentType } from 'react'

export interface Screen<Props extends object> {
  (props: Props): React.ReactNode
  /** Fetches its file; what is drawn after that is drawn at once */
  load(): Promise<void>
}

/**
 * A screen with a file of its own. React's `lazy` alone shows its fallback first, however early the file came, and then
 * lets the fallback stand for 300 ms.
 */
export function screen<Props extends object>(
  file: () => Promise<{ readonly default: ComponentType<Props> }>,
): Screen<Props> {
  let loaded: ComponentType<Props> | undefined
  const Later = lazy(file)
  function Shown(props: Props) {
    const [Is] = useState<ComponentType<Props>>(() => loaded ?? (Later as ComponentType<Props>))
    return <Is {...props} />
  }
  const load = async () => {
    loaded = (await file()).default
  }
  return Object.assign(Shown, { load })
}
