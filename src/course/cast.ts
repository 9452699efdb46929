import { encodeUtf8 } from '../bytes/utf8.ts'
import type { Stage } from './lab-definition.ts'

/** What differs from seed to seed in the story of Fernhill Trials, a fictional company. */
export interface Cast {
  readonly sponsor: string
  readonly study: string
  /** 0 to 1, for dates and orders */
  fraction(): number
}

export const SPONSORS = [
  'Marlow Biologics',
  'Tern and Ashby',
  'Okapi Health',
  'Corvane Labs',
  'Lindenhof Pharma',
  'Saltmarsh Research',
]

export function cast(stage: Stage): Cast {
  const fraction = () => (stage.random(1)[0] as number) / 256
  const pick = (from: readonly string[]) => from[Math.floor(fraction() * from.length)] as string
  return { sponsor: pick(SPONSORS), study: `FT-${String(10 + Math.floor(fraction() * 90))}`, fraction }
}

/** A short clinical record, as the intake service would store it. */
export const record = (study: string, number: number) =>
  encodeUtf8(`study=${study} visit=${number} blood pressure 128/82 mmHg\n`)
