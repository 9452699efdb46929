import { useId, type ComponentType } from 'react'
import type { HotspotItem } from '../../course/item-definition.ts'
import { ChoiceOptions } from './choice-options.tsx'
import { FlowPicture } from './pictures/flow-picture.tsx'
import { MaterialsPicture } from './pictures/materials-picture.tsx'
import type { PictureProps } from './pictures/picture-props.ts'
import { StatesPicture } from './pictures/states-picture.tsx'
import type { ShapeProps } from './shape-props.ts'
import { words } from './words.ts'

const pictures: Readonly<Record<HotspotItem['picture'], ComponentType<PictureProps>>> = {
  states: StatesPicture,
  flow: FlowPicture,
  materials: MaterialsPicture,
}

/** A picture with areas, and the same areas as a list of fields below it: marking one marks the other. */
export function Hotspot(props: ShapeProps<HotspotItem>) {
  const { asked, response, onRespond } = props
  const base = useId()
  const inputId = (option: string) => `${base}-${option}`
  const Picture = pictures[asked.picture]
  return (
    <>
      {/* A region that scrolls, as on a phone, has to take the focus. */}
      <div className="picture" role="region" aria-label={words.pictures[asked.picture]} tabIndex={0}>
        <Picture
          asked={asked}
          marked={response?.kind === 'marked' ? response.ids : []}
          told={onRespond === undefined}
          inputId={inputId}
        />
      </div>
      {onRespond && <p className="note">{words.areas}</p>}
      <ChoiceOptions {...props} inputId={inputId} />
    </>
  )
}
