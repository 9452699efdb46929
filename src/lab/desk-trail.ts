import { newestFirst, trailEvent, trailLength } from '../cloud/trail.ts'
import { gapOf, isAtHand } from '../cloud/trail-gap.ts'
import { aliasesOf, aliasesTable, type AliasRecord, type KeyRecord } from '../kms/key.ts'
import type { Tables } from '../kms/tables.ts'
import type { TrailEvent } from '../kms/trail.ts'
import { actingNow } from './acting.ts'
import { says } from './desk-words.ts'
import { LabRefusal } from './refusal.ts'
import { NAMES } from './rows.ts'
import { ACCOUNT } from './stage.ts'

const USUAL = 20
const MOST = 500

/** `lab log`: the audit trail as lines, newest last, or one record as JSON. */
export function askTrail(words: readonly string[], tables: Tables): string {
  const [first] = words
  const gap = gapOf(tables)
  if (first !== undefined && /^\d{1,9}$/.test(first)) {
    const event = trailEvent(tables, Number(first))
    if (!event) throw new LabRefusal(says.noRecord(first, trailLength(tables)))
    if (gap && !isAtHand(event, gap)) throw new LabRefusal(says.notAtHand(first, gap))
    return JSON.stringify(event, null, 4)
  }
  const wanted = options(words, tables)
  const lines: string[] = []
  for (const [number, event] of newestFirst(tables)) {
    if (lines.length >= wanted.last) break
    if (isAtHand(event, gap) && wanted.fits(event)) lines.push(line(number, event))
  }
  const found = lines.length === 0 ? says.noRecords : lines.reverse().join('\n')
  return gap ? `${found}\n${says.gap(gap)}` : found
}

function options(words: readonly string[], tables: Tables) {
  const tests: ((event: TrailEvent) => boolean)[] = []
  let last = USUAL
  const rest = [...words]
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === '--errors') {
      tests.push(({ errorCode }) => errorCode !== undefined)
      continue
    }
    const value = rest.shift()
    if (value === undefined) throw new LabRefusal(says.logUsage)
    if (word === '--event') tests.push(({ eventName }) => eventName.toLowerCase() === value.toLowerCase())
    else if (word === '--key') tests.push(aboutKey(value, tables))
    else if (word === '--last' && /^\d{1,4}$/.test(value)) last = Math.min(MOST, Math.max(1, Number(value)))
    else throw new LabRefusal(says.logUsage)
  }
  return { last, fits: (event: TrailEvent) => tests.every((test) => test(event)) }
}

/** By id or the beginning of one, by ARN, by alias, or by the name that the lab's text uses. */
function aboutKey(name: string, tables: Tables): (event: TrailEvent) => boolean {
  const { region } = actingNow(tables)
  const behind = tables.get<AliasRecord>(aliasesTable(ACCOUNT, region), name)?.targetKeyId
  const named = tables.get<string>(NAMES, name)
  const wanted = behind ?? named ?? name
  return ({ resources }) =>
    resources?.some(({ ARN }) => ARN === wanted || ARN.slice(ARN.indexOf('/') + 1).startsWith(wanted)) ===
    true
}

const line = (number: number, { eventTime, eventName, errorCode, userIdentity, resources }: TrailEvent) =>
  [
    String(number).padStart(5),
    eventTime,
    eventName,
    errorCode ?? 'ok',
    whom(userIdentity),
    ...(resources ?? []).slice(0, 1).map(({ ARN }) => ARN.slice(ARN.lastIndexOf(':') + 1)),
  ].join('  ')

function whom({ arn, invokedBy }: TrailEvent['userIdentity']): string {
  const role = /:assumed-role\/([^/]+)\//.exec(arn ?? '')?.[1]
  return role ?? invokedBy ?? (arn ? arn.slice(arn.lastIndexOf(':') + 1) : 'kms')
}

/** How the learner knows a key: by the lab's name, an alias, or its id. */
export function keyNamer(tables: Tables): (key: KeyRecord) => string {
  const names = new Map(Array.from(tables.rows<string>(NAMES), ([name, arn]) => [arn, name]))
  return (key) => names.get(key.arn) ?? aliasesOf(tables, key)[0]?.name ?? key.id
}
