import { Fragment } from 'react'

/** Names with a hyphen that must not be torn apart at the end of a line. */
export const Whole = ({ text }: { text: string }) =>
  text.split(/(SHA-\d+)/).map((part, i) =>
    i % 2 === 1 ? (
      // oxlint-disable-next-line react/no-array-index-key -- the parts of one sentence
      <span key={i} className="whitespace-nowrap">
        {part}
      </span>
    ) : (
      // oxlint-disable-next-line react/no-array-index-key -- as above
      <Fragment key={i}>{part}</Fragment>
    ),
  )
