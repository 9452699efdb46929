import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import { between, scoreLayout, sequenceLayout, type Layout } from './layout.ts'

const MOVE_MS = 400

/**
 * The layout for a beat in the room there is. Places and beats change their size within `MOVE_MS`.
 *
 * @param pace 1 for normal speed; undefined: at once
 * @param need the least height of the open beat's row
 */
export function useLayout(
  pane: RefObject<HTMLElement | null>,
  beat: number,
  kind: Layout['kind'],
  pace: number | undefined,
  need: number,
): Layout | undefined {
  const [room, setRoom] = useState<{ readonly width: number; readonly height: number }>()
  const [layout, setLayout] = useState<Layout>()
  const shown = useRef<Layout>(undefined)

  useEffect(() => {
    const element = pane.current
    if (!element) return
    const scrolls = element.closest('main') ?? element
    const observer = new ResizeObserver(() =>
      setRoom({ width: element.clientWidth, height: scrolls.clientHeight }),
    )
    observer.observe(element)
    observer.observe(scrolls)
    return () => observer.disconnect()
  }, [pane, kind])

  useLayoutEffect(() => {
    if (!room || room.width < 200) return
    const to =
      kind === 'score' ? scoreLayout(beat, room.width, room.height, need) : sequenceLayout(beat, room.width)
    const from = shown.current
    const show = (next: Layout) => {
      shown.current = next
      setLayout(next)
    }
    if (
      !from ||
      pace === undefined ||
      from.kind !== to.kind ||
      from.width !== to.width ||
      kind === 'sequence'
    ) {
      show(to)
      return
    }
    const began = performance.now()
    let request = requestAnimationFrame(function move(at) {
      const part = Math.min(1, Math.max(0, at - began) / (MOVE_MS / pace))
      show(between(from, to, 1 - (1 - part) ** 3))
      if (part < 1) request = requestAnimationFrame(move)
    })
    return () => cancelAnimationFrame(request)
  }, [room, beat, kind, pace, need])

  return layout
}
