import { describe, expect, it } from 'vitest'
import { days } from '../world/clock.ts'
import { Schedule } from './schedule.ts'
import type { KeyRecord } from './key.ts'
import { Tables, type Put } from './tables.ts'
import { caller, START, testAccount } from './testing/account.ts'

/** Counts every row that somebody looks at, by name or by walking through a table. */
class CountingTables extends Tables {
  looks = 0

  override get<Row>(table: string, key: string): Row | undefined {
    this.looks++
    return super.get<Row>(table, key)
  }

  override *rows<Row>(table: string): IterableIterator<[string, Row]> {
    for (const row of super.rows<Row>(table)) {
      this.looks++
      yield row
    }
  }
}

const TABLE = 'keys/111122223333/eu-west-1'
const due = (id: string) => ({
  id,
  region: 'eu-west-1',
  deletionDate: START,
  materials: [],
  onDemand: { count: 0 },
})

/** One key that is about to be deleted, with an alias and a replica, among many with a far date and an alias each. */
async function crowd(size: number) {
  const tables = new CountingTables()
  const account = testAccount({ tables })
  const { id } = await account.createKey({ MultiRegion: true })
  await account.call('ReplicateKey', { KeyId: id, ReplicaRegion: 'eu-central-1' })
  await account.call('CreateAlias', { AliasName: 'alias/one', TargetKeyId: id }, caller('eu-central-1'))
  const model = tables.get<KeyRecord>(TABLE, id) as KeyRecord
  const rotation = { periodInDays: 365, nextDate: START + days(365) }
  tables.apply(
    Array.from({ length: size }, (_, n): Put[] => {
      const own = `mrk-${String(n).padStart(32, '0')}`
      return [
        [TABLE, own, { ...model, id: own, rotation }],
        [
          TABLE.replace('keys', 'aliases'),
          `alias/${n}`,
          { name: `alias/${n}`, targetKeyId: own, creationDate: START },
        ],
      ]
    }).flat(),
  )
  await account.call('ScheduleKeyDeletion', { KeyId: id, PendingWindowInDays: 7 })
  await account.call('ScheduleKeyDeletion', { KeyId: id, PendingWindowInDays: 7 }, caller('eu-central-1'))
  account.kms.settle()
  // The first question makes the index of the table.
  await account.call('CreateAlias', { AliasName: 'alias/other', TargetKeyId: (await account.createKey()).id })
  return { account, tables, id }
}

describe('what is due among many keys', () => {
  it('is found, foretold and carried out with as many looks among 2,000 keys as among 20', async () => {
    const looks = []
    for (const size of [20, 2_000]) {
      const { account, tables } = await crowd(size)
      tables.looks = 0
      expect(account.kms.upcoming(account.clock.now() + days(20)).length).toBeGreaterThan(1)
      const ahead = tables.looks
      tables.looks = 0
      expect(account.travel(days(20)).filter(({ eventName }) => eventName === 'DeleteKey')).toHaveLength(2)
      const happened = tables.looks
      tables.looks = 0
      await account.call('CreateKey')
      looks.push({ ahead, happened, created: tables.looks })
    }
    expect(looks[1]).toEqual(looks[0])
  })

  it('is entered once for a row that is written again with the same date', () => {
    const tables = new Tables()
    const schedule = new Schedule(tables)
    const put: Put = [TABLE, 'k', due('k')]
    for (let n = 0; n < 3; n++) {
      tables.apply([put])
      schedule.follow([put])
    }
    expect(schedule.size).toBe(1)
    tables.apply([[TABLE, 'k', null]])
    expect(schedule.first(START)).toBeUndefined()
    tables.apply([put])
    schedule.follow([put])
    expect(schedule.first(START)).toMatchObject({ at: START })
  })

  it('comes in the order of names where dates are equal, however it was entered', () => {
    for (const order of ['cab', 'bca', 'abc']) {
      const tables = new Tables()
      const schedule = new Schedule(tables)
      const keys = [...order].map((id): Put => [TABLE, id, due(id)])
      tables.apply(keys)
      schedule.follow(keys)
      const turns = []
      for (let turn = schedule.first(START); turn; turn = schedule.first(START)) {
        const { id } = turn.row as KeyRecord
        turns.push(id)
        tables.apply([[TABLE, id, null]])
      }
      expect(turns.join('')).toBe('abc')
    }
  })

  it('is not entered again by somebody who looks ahead', () => {
    const tables = new Tables([[TABLE, 'k', due('k')]])
    const schedule = new Schedule(tables)
    expect(new Schedule(tables, schedule).size).toBe(1)
    expect(schedule.size).toBe(1)
  })
})
