import { useId } from 'react'
import { LENSES, useLens } from './use-lens.ts'
import { words } from './words.ts'
import './lens.css'

/** Chooses between the wording of study material and that of today's service, for every statement of the page. */
export function LensSwitch({ className = '' }: { className?: string }) {
  const [lens, choose] = useLens()
  const name = useId()
  return (
    <fieldset className={`lens-switch ${className}`}>
      <legend>{words.label}</legend>
      <div className="seg">
        {LENSES.map((each) => (
          <label key={each} className={each === lens ? 'on' : undefined}>
            <input type="radio" name={name} checked={each === lens} onChange={() => choose(each)} />
            {words.lenses[each]}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
