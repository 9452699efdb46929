import { describe, expect, it } from 'vitest'
import { items } from '../course/items/index.ts'
import { itemRules } from '../course/items/rules/index.ts'
import { itemList } from '../course/lists.ts'
import { checkItems, itemsDoor } from './check-items.ts'
import { labHands } from './lab-hands.ts'

describe('npm run -s items', () => {
  it('prints a line for each rule with how much it looked at, and names what breaks one', async () => {
    const lines: string[] = []
    const bank = items.slice(0, 2).map((item) => ({ ...item, checked: 'some day' }) as unknown as typeof item)
    const total = await checkItems(bank, labHands(), 1, (line) => lines.push(line))
    expect(lines).toHaveLength(itemRules.length)
    expect(total.passed + total.failed).toBe(itemRules.length)
    expect(lines).toContainEqual(
      expect.stringMatching(/ 2 items: BROKEN, 2 found: RQ01 was read on no day: some day; RQ02 was read/),
    )
    expect(lines).toContainEqual(expect.stringMatching(/^Each item has one right answer.* 2 items: holds$/))
    expect(lines).toContainEqual(
      expect.stringMatching(/ 30 competencies: BROKEN, \d+ found: .*; and \d+ more$/),
    )
  })

  it('lists the items as JSON and nothing else', async () => {
    let said = ''
    const streams = { out: (text: string) => void (said += text), err: () => undefined }
    expect(await itemsDoor(['--list'], streams)).toBe(0)
    expect(JSON.parse(said)).toEqual(JSON.parse(JSON.stringify(itemList())))
  })

  it('refuses what it does not know', async () => {
    await expect(itemsDoor(['--variants', 'many'])).rejects.toThrow('whole number')
    await expect(itemsDoor(['--lits'])).rejects.toThrow('--lits')
  })
})
