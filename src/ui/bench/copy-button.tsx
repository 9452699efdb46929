import { announce } from '../announce.tsx'
import { words } from './words.ts'

const says = words.form

/** Copies `text` and says so. */
export function CopyButton({
  text,
  label = says.copy,
  name,
  className = 'btn quiet small',
}: {
  text: () => string
  label?: string
  name?: string
  className?: string
}) {
  const copy = () =>
    navigator.clipboard?.writeText(text()).then(
      () => announce(says.copied),
      () => announce(says.copyFailed),
    ) ?? announce(says.copyFailed)
  return (
    <button type="button" className={className} aria-label={name} onClick={copy}>
      {label}
    </button>
  )
}
