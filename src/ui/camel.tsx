import { Fragment } from 'react'

/** An AWS name that may wrap between its words: GenerateDataKey, KEY_MATERIAL_EXPIRES. */
export const Camel = ({ name }: { name: string }) =>
  name.split(/(?<=[a-z])(?=[A-Z])|(?<=_)(?=[A-Z])/).map((word, i) => (
    // oxlint-disable-next-line react/no-array-index-key -- the words of one name
    <Fragment key={i}>
      {i > 0 && <wbr />}
      {word}
    </Fragment>
  ))
