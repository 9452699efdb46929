/**
 * How hard a text is to read: the grade of Flesch and Kincaid, and the words in a sentence. Names that AWS gives and
 * code between backticks are one short word each: they cannot be said more simply.
 */
export interface ReadingLevel {
  readonly grade: number
  readonly wordsPerSentence: number
}

export function readingLevel(texts: readonly string[]): ReadingLevel {
  const sentences = texts.flatMap(sentencesOf)
  const words = sentences.flatMap(wordsOf)
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0)
  const wordsPerSentence = words.length / sentences.length
  return { grade: 0.39 * wordsPerSentence + 11.8 * (syllables / words.length) - 15.59, wordsPerSentence }
}

const CODE = /`[^`]*`|\{\w+\}/g
/** Two capitals or a capital within (`CreateKey`, `KMS`, `RSA_2048`), and anything with a digit or a sign of code in it */
const NAME = /^(?:[A-Za-z]*[A-Z][A-Za-z]*[A-Z]\w*|[a-z]+[A-Z]\w*|\S*[\d_/:=$@.][^\s]*|\S*--\S+)$/

/** A sentence ends with a full stop or a question mark that a space or the end follows; a colon ends none. */
export const sentencesOf = (text: string): string[] =>
  text
    .replace(CODE, ' Name ')
    .split(/(?<=[.?!])["”’)]*\s+/)
    .filter((sentence) => /\w/.test(sentence))

export const wordsOf = (sentence: string): string[] =>
  sentence
    .split(/[\s–…]+/)
    .map((word) => word.replace(/^[^\w$-]+|[^\w%]+$/g, ''))
    .filter((word) => /\w/.test(word))
    .flatMap((word) => (NAME.test(word) ? ['Name'] : word.split('-').filter((part) => part !== '')))

/** Words whose spelling does not tell. */
const KNOWN: Readonly<Record<string, number>> = {
  alias: 3,
  aliases: 4,
  area: 3,
  being: 2,
  bytes: 1,
  cached: 1,
  caches: 2,
  cipher: 2,
  created: 3,
  creates: 2,
  creation: 3,
  dario: 3,
  deleted: 3,
  does: 1,
  doing: 2,
  entry: 2,
  every: 2,
  fernhill: 2,
  going: 2,
  idea: 3,
  ideas: 3,
  ids: 2,
  id: 2,
  material: 4,
  materials: 4,
  minutes: 2,
  name: 1,
  notices: 3,
  people: 2,
  period: 3,
  periods: 3,
  quiet: 2,
  region: 2,
  regions: 2,
  something: 2,
  sometimes: 2,
  somewhere: 2,
  switches: 2,
  trial: 2,
  trials: 2,
  whole: 1,
}

/** Counts groups of vowels, and leaves out the endings that are not spoken. */
export function syllablesOf(word: string): number {
  const letters = word.toLowerCase().replace(/[^a-z]/g, '')
  if (letters.length <= 2) return KNOWN[letters] ?? 1
  const known = KNOWN[letters]
  if (known !== undefined) return known
  const spoken = letters
    // -es after a hiss is a syllable of its own (boxes, uses), and so is -les (tables); else it is not (files)
    .replace(/(?<=[^aeiouscxzgh])es$/, (end, at: number) =>
      /[^aeiouy]l$/.test(letters.slice(0, at)) ? end : 's',
    )
    // -ed is spoken after t and d alone (waited), -e seldom (here), but -le after a consonant is (table)
    .replace(/(?<=[^aeioutd])ed$/, 'd')
    .replace(/(?<=[aeiouy])ed$/, 'd')
    .replace(/(?<=[aeiouy][^aeiouyl])e$|(?<=[^aeiouyl][^aeiouyl])e$|(?<=[aeiouy]l)e$/, '')
    .replace(/ely$/, 'ly')
    .replace(/eless$|eful$|ement$/, (end) => end.slice(1))
  const groups = spoken.match(/[aeiouy]+/g)?.length ?? 0
  // Two vowels that stand together and are spoken apart (creating, client, situation)
  const apart =
    spoken.match(/i(?:a(?!n?$|l$|ge)|o(?!n|us)|um|et|en[ct])|eo(?!n)|ua(?!r)|uo|ea(?:t(?:e|i)|r$)(?=ng|on)/g)
      ?.length ?? 0
  return Math.max(1, groups + apart)
}
