import { describe, expect, it } from 'vitest'
import { readingLevel, sentencesOf, syllablesOf, wordsOf } from './reading-level.ts'

describe('syllables', () => {
  const words: Readonly<Record<number, string>> = {
    1: 'key keys key the bytes file files box closed asked stays have whole these there came name times used lost half states waits made brings trail',
    2: 'closes boxes table able public under rotate encrypt decrypt waited needed inside became lasting client window cannot answer token science handle trouble hidden empty over moment safely careful statement sentence wrapping service places pages region',
    3: 'services deletion imported rotation alias custody operate refuses period examples permission important area readable origin recover regional deleted created',
    4: 'material materials security independent operation certificate',
    5: 'originally imaginary',
  }
  const rows = Object.entries(words).flatMap(([count, list]) =>
    list
      .split(' ')
      .filter((word) => !/\d/.test(word))
      .map((word) => [word, Number(count)] as const),
  )

  it.each(rows)('%s has %i', (word, count) => expect(syllablesOf(word)).toBe(count))
})

describe('words and sentences', () => {
  it('end where a reader ends them', () => {
    expect(sentencesOf('Ask first. Then wait: it takes 1.5 s. Why? “No.” Done')).toHaveLength(5)
    expect(sentencesOf('Run `aws kms. list` now.')).toHaveLength(1)
  })

  it('count code and the names of AWS as one word', () => {
    expect(wordsOf('Use GetParametersForImport with RSAES_OAEP_SHA_256.')).toEqual([
      'Use',
      'Name',
      'with',
      'Name',
    ])
    expect(wordsOf('KMS, on-demand (and HSM).')).toEqual(['Name', 'on', 'demand', 'and', 'Name'])
    expect(sentencesOf('Type `aws kms list-keys` now').flatMap(wordsOf)).toEqual(['Type', 'Name', 'now'])
  })
})

describe('the reading level', () => {
  it('is the grade of Flesch and Kincaid', () => {
    // 12 words, 2 sentences, 12 syllables: 0.39 * 6 + 11.8 - 15.59
    expect(readingLevel(['The cat sat on the mat. The dog lay by the door.']).grade).toBeCloseTo(-1.45, 2)
  })

  it('rises with long words and long sentences', () => {
    const plain = readingLevel(['Keep the key. It opens the box.'])
    const heavy = readingLevel([
      'Organisational responsibilities necessitate comprehensive documentation of cryptographic operations undertaken by administrators.',
    ])
    expect(heavy.grade).toBeGreaterThan(plain.grade + 10)
    expect(heavy.wordsPerSentence).toBe(11)
  })
})
