import { useId, useState, type DragEvent } from 'react'
import type { Bytes } from '../../bytes/bytes.ts'
import { visibleText } from './visible-text.ts'
import { words } from './words.ts'

const says = words.files
export const LARGEST_FILE = 50_000_000

/** A button that chooses files, and a place to drop them. Too large a file is refused by its size, unread (F25). */
export function DropZone({
  label,
  note,
  multiple = true,
  primary = false,
  onFiles,
}: {
  label: string
  note: string
  multiple?: boolean
  primary?: boolean
  onFiles: (files: readonly { name: string; bytes: Bytes }[]) => void
}) {
  const id = useId()
  const [over, setOver] = useState(false)
  const [problem, setProblem] = useState<string>()

  async function take(list: FileList | null | undefined) {
    setProblem(undefined)
    const files = Array.from(list ?? []).slice(0, multiple ? undefined : 1)
    const tooLarge = files.find(({ size }) => size > LARGEST_FILE)
    if (tooLarge)
      return setProblem(says.tooLarge(visibleText(tooLarge.name), Math.ceil(tooLarge.size / 1_000_000)))
    const read: { name: string; bytes: Bytes }[] = []
    for (const file of files) {
      try {
        read.push({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
      } catch {
        return setProblem(says.unreadable(visibleText(file.name)))
      }
    }
    if (read.length > 0) onFiles(read)
  }

  const drag = (inside: boolean) => (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    setOver(inside)
  }

  return (
    <div
      className={`drop ${over ? 'over' : ''}`}
      onDragEnter={drag(true)}
      onDragOver={drag(true)}
      onDragLeave={drag(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        void take(event.dataTransfer.files)
      }}
    >
      <input
        id={id}
        className="vh"
        type="file"
        multiple={multiple}
        aria-describedby={`${id}-note`}
        onChange={(event) => {
          void take(event.target.files)
          event.target.value = ''
        }}
      />
      <label htmlFor={id} className={`btn ${primary ? 'primary' : ''}`}>
        {label}
      </label>
      <span id={`${id}-note`} className="b-fine">
        {over ? says.dropNow : note}
      </span>
      {problem !== undefined && (
        <p className="f-problem" role="alert">
          {problem}
        </p>
      )}
    </div>
  )
}
