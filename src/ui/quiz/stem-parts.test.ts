import { describe, expect, it } from 'vitest'
import { items } from '../../course/items/index.ts'
import { stemParts } from './stem-parts.ts'

describe('the parts of a stem', () => {
  it('are the case and the question at its end', () => {
    expect(stemParts('You run `openssl rand 32 > a.bin. Or not`. Then you import it. What happens?')).toEqual(
      {
        lead: 'You run `openssl rand 32 > a.bin. Or not`. Then you import it.',
        ask: 'What happens?',
      },
    )
    expect(stemParts('Which size fits?')).toEqual({ lead: '', ask: 'Which size fits?' })
    expect(stemParts('K1 is Disabled. What does KMS answer? (Names without the ending.)')).toEqual({
      lead: 'K1 is Disabled.',
      ask: 'What does KMS answer? (Names without the ending.)',
    })
  })

  it('keep what somebody says in one piece', () => {
    expect(stemParts('A policy says: “Level 3 needs a store. Always.” How do you advise?')).toEqual({
      lead: 'A policy says: “Level 3 needs a store. Always.”',
      ask: 'How do you advise?',
    })
  })

  it('lose nothing of any stem of the bank', () => {
    for (const { stem } of items) {
      const { lead, ask } = stemParts(stem)
      expect([lead, ask].filter(Boolean).join(' ')).toBe(stem)
    }
  })
})
