import { expect, it } from 'vitest'
import type { LabDefinition } from '../course/lab-definition.ts'
import { decodeUtf8, encodeUtf8 } from '../bytes/utf8.ts'
import { minutes } from '../world/clock.ts'
import { createLab } from './create-lab.ts'
import { file, ringsOf, safeOf } from './rows.ts'
import type { TerminalEntry } from './terminal.ts'
import { testPorts } from './testing/ports.ts'
import { smallLab } from './testing/small-lab.ts'
import { smallShell } from './testing/small-shell.ts'
import { hashOf } from './testing/work.ts'

const bytes = encodeUtf8('what the safe holds')
const withPhone: LabDefinition = {
  ...smallLab,
  async start(stage) {
    await smallLab.start(stage)
    stage.lockAway('the box', { name: 'box.key', bytes })
    stage.lockAway('another', { name: 'other.key', bytes })
  },
  phone: {
    who: 'Amara',
    takes: minutes(10),
    about: [{ id: 'the box', says: 'the box' }],
    answer: async (view, about, fingerprint) => ({
      said: [`It is ${new Date(view.now).toISOString()}.`, await fingerprint(bytes)],
      gives: view.safe(about === 'box' ? 'the box' : about),
    }),
  },
}

async function begin() {
  const ports = { ...testPorts({ labs: [withPhone] }), shell: smallShell() }
  const lab = await createLab(ports)
  await lab.startLab(withPhone, 1)
  return { lab, ports }
}

it('takes its time, brings files, is one entry of the journal and can be taken back', async () => {
  const { lab } = await begin()
  const [before, at] = [hashOf(lab), lab.store.getState().now]
  const records = lab.trail().length
  const ring = await lab.ring('the box')
  expect(ring).toMatchObject({ about: 'the box', at, until: at + minutes(10), gave: ['box.key'] })
  expect(ring.said[0]).toContain(new Date(at + minutes(10)).toISOString())
  expect(ring.said[1]).toMatch(/^[0-9a-f]{64}$/)
  expect(lab.store.getState().now).toBe(at + minutes(10))
  expect(file(lab.tables, 'box.key')?.bytes).toEqual(bytes)
  expect(file(lab.tables, 'other.key')).toBeUndefined()
  expect(ringsOf(lab.tables)).toEqual([ring])
  expect(lab.trail()).toHaveLength(records)
  expect((await lab.journal()).at(-1)?.action).toEqual({ kind: 'ring', about: 'the box' })
  await lab.undo()
  expect(hashOf(lab)).toBe(before)
})

it('is there after a reload and in a save, and gone in the next world', async () => {
  const { lab, ports } = await begin()
  const ring = await lab.ring('the box')
  const saved = await lab.save()
  await lab.close()
  const again = await createLab(ports)
  expect(ringsOf(again.tables)).toEqual([ring])
  await again.startLab(withPhone, 2)
  expect(ringsOf(again.tables)).toEqual([])
  await again.load(saved)
  expect(ringsOf(again.tables)).toEqual([ring])
  expect(safeOf(again.tables, 'another')).toHaveLength(1)
})

it('refuses what nobody knows, and where nobody can be rung up', async () => {
  const { lab } = await begin()
  const before = hashOf(lab)
  await expect(lab.ring('the moon')).rejects.toThrow('the moon')
  expect(hashOf(lab)).toBe(before)
  await lab.reset()
  await expect(lab.ring('the box')).rejects.toThrow('nobody to ring up')
})

it('is an order of the terminal, which says whom one can ring and what was said', async () => {
  const ports = { ...testPorts({ labs: [{ ...withPhone, phone: oneWord }] }), shell: smallShell() }
  const lab = await createLab(ports)
  await lab.startLab(withPhone, 1)
  const text = async (line: string) => decodeUtf8(((await lab.terminal.run(line)) as TerminalEntry).stdout)
  expect(await text('ask ring')).toBe('Amara. A call takes 10 virtual minutes.\nlab ring box')
  expect(await text('ask ring box')).toMatch(
    /^Amara, until 2026.*\nIt is 20.*\n.*\nFor your next line: box.key$/s,
  )
  expect(await text('cat box.key')).toBe('what the safe holds')
  expect(await text('ask ring moon')).toBe('lab ring: Nobody on the phone knows anything of moon.')
  expect(ringsOf(lab.tables)).toHaveLength(1)
})

const oneWord = {
  ...(withPhone.phone as NonNullable<LabDefinition['phone']>),
  about: [{ id: 'box', says: 'box' }],
}
