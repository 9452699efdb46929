/** A command that wraps between its words only: never after the hyphens of an option. */
export const Unbroken = ({ text }: { text: string }) =>
  text.split(/(\s+)/).map((part, i) =>
    part.includes('-') ? (
      // oxlint-disable-next-line react/no-array-index-key -- the words of one line
      <span key={i} className="unbroken">
        {part}
      </span>
    ) : (
      part
    ),
  )
