import type { PictureProps } from './picture-props.ts'

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** How an area looks: marked, or, once told, right or wrongly marked. */
export function areaLook({ asked, marked, told }: PictureProps, id: string): string {
  const option = asked.options.find((each) => each.id === id)
  if (!told) return marked.includes(id) ? 'area marked' : 'area'
  return option?.correct ? 'area right' : marked.includes(id) ? 'area wrong' : 'area'
}

/** A tick or a cross in the corner: status is never a colour alone. */
export function AreaMark({ look, x, y }: { look: string; x: number; y: number }) {
  const line = look.endsWith('right')
    ? 'M3 8.5 6.5 12 13 4.5'
    : look.endsWith('wrong')
      ? 'M3.5 3.5l9 9M12.5 3.5l-9 9'
      : undefined
  return line ? (
    <g className="area-mark" transform={`translate(${x} ${y})`}>
      <rect width={18} height={18} />
      <path d={line} transform="translate(1 1)" fill="none" strokeWidth={1.8} />
    </g>
  ) : null
}

/**
 * What a pointer or a finger meets: the label of the field in the list, laid over the area. It has no words of its own,
 * since the list has them.
 */
export function Targets({
  props: { asked, told, inputId },
  boxes,
  width,
  height,
}: {
  props: PictureProps
  boxes: Readonly<Record<string, Box>>
  width: number
  height: number
}) {
  if (told) return null
  return asked.options.map(({ id }) => {
    const box = boxes[id]
    if (!box) return null
    const style = {
      left: `${(100 * box.x) / width}%`,
      top: `${(100 * box.y) / height}%`,
      width: `${(100 * box.width) / width}%`,
      height: `${(100 * box.height) / height}%`,
    }
    return (
      // oxlint-disable-next-line jsx-a11y/label-has-associated-control -- the list has the words, and this one is hidden
      <label
        key={id}
        className="target"
        data-area={id}
        htmlFor={inputId(id)}
        style={style}
        aria-hidden="true"
      />
    )
  })
}
