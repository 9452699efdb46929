import { roleNames, roleOf, roleNameOf } from '../cloud/identities.ts'
import { isCommercialRegion } from '../kms/regions.ts'
import type { Change, TableReader, Tables } from '../kms/tables.ts'
import type { Caller } from '../kms/trail.ts'
import type { CallRequest } from './lab.ts'
import { LabRefusal } from './refusal.ts'
import { ACCOUNT, HOME_REGION } from './stage.ts'
import { says } from './words.ts'

/** Who makes a call, and to which Region it goes. */
export interface Acting {
  /** `root` for the account itself, else a role of the account */
  readonly as: string
  readonly region: string
}

export const ROOT = 'root'
/** Where every world begins, and what an older journal means that says nothing of either. */
export const AT_HOME: Acting = { as: ROOT, region: HOME_REGION }
/** The Regions of the story; the second and third are there to replicate to. */
const REGIONS = [HOME_REGION, 'eu-central-1', 'us-east-1']

/** key: 'now', row: Acting; no row while it is the root at home */
export const ACTING = 'acting'

/** A role whose name has a comma cannot be written into the scope of a signature. */
const canAct = (reader: TableReader, name: string) =>
  name === ROOT || (/^[\w+=.@-]{1,64}$/.test(name) && roleOf(reader, ACCOUNT, name) !== undefined)

/** Who the learner is now. A role that has gone meanwhile leaves the root. */
export function actingNow(reader: TableReader): Acting {
  const row = reader.get<Acting>(ACTING, 'now')
  if (!row) return AT_HOME
  return canAct(reader, row.as) ? row : { ...row, as: ROOT }
}

export function putActing(reader: TableReader, acting: Acting): Change {
  if (same(reader.get<Acting>(ACTING, 'now') ?? AT_HOME, acting)) return []
  return [[ACTING, 'now', same(acting, AT_HOME) ? null : acting]]
}

const same = (one: Acting, other: Acting) => one.as === other.as && one.region === other.region

/** @throws LabRefusal for a role or a Region that is not there */
export function requireActing(reader: TableReader, acting: Acting): Acting {
  if (!canAct(reader, acting.as)) throw new LabRefusal(says.noSuchRole(acting.as))
  if (!isCommercialRegion(acting.region)) throw new LabRefusal(says.noSuchRegion(acting.region))
  return { as: acting.as, region: acting.region }
}

/** A request with its caller and its Region, which are those of now where it names none. */
export function addressed(reader: TableReader, request: CallRequest): CallRequest & Acting {
  const { as, region } = actingNow(reader)
  return {
    ...request,
    ...requireActing(reader, { as: request.as ?? as, region: request.region ?? region }),
  }
}

/** Everyone the learner can be: the root, the cast, and roles of their own. */
export const actors = (reader: TableReader): string[] => [
  ROOT,
  ...roleNames(reader, ACCOUNT).filter((name) => name !== ROOT && canAct(reader, name)),
]

/** The Regions of the story and those that have keys. */
export function regions(tables: Tables): string[] {
  const prefix = `keys/${ACCOUNT}/`
  const withKeys = tables.names().filter((name) => name.startsWith(prefix) && tables.size(name) > 0)
  return [...new Set([...REGIONS, ...withKeys.map((name) => name.slice(prefix.length))])]
}

/** The caller of a request that came from the terminal or an SDK. */
export const actingOf = (caller: Caller): Acting => ({
  as: roleNameOf(caller) ?? ROOT,
  region: caller.region,
})
