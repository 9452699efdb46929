import { describe, expect, it } from 'vitest'
import { visibleText } from '../bench/visible-text.ts'
import { ansiRuns } from './ansi.ts'

const ESC = '\u001b'
const plain = (text: string) =>
  ansiRuns(text)
    .map((run) => run.text)
    .join('')

describe('output of unknown origin', () => {
  it('is one run when nothing in it is special', () => {
    expect(ansiRuns('{"a": 1}\n')).toEqual([{ text: '{"a": 1}\n', look: '' }])
    expect(ansiRuns('')).toEqual([])
  })

  it('takes colours, weight and underline from SGR, and ends them', () => {
    expect(ansiRuns(`${ESC}[1;31mred${ESC}[22m thin${ESC}[39;4m line${ESC}[0m done`)).toEqual([
      { text: 'red', look: 'a-red a-bold' },
      { text: ' thin', look: 'a-red' },
      { text: ' line', look: 'a-underline' },
      { text: ' done', look: '' },
    ])
    expect(ansiRuns(`${ESC}[94mbright${ESC}[m`)).toEqual([{ text: 'bright', look: 'a-blue' }])
  })

  it('reads over 256 and true colours without taking their numbers for other codes', () => {
    expect(ansiRuns(`${ESC}[38;5;31mtext${ESC}[48;2;1;4;31mmore`)).toEqual([
      { text: 'text', look: '' },
      { text: 'more', look: '' },
    ])
  })

  it.each([
    ['moves of the cursor', `a${ESC}[2Jb${ESC}[10;10Hc${ESC}[1Ad`, 'abcd'],
    ['a title', `a${ESC}]0;owned\u0007b`, 'ab'],
    ['a link', `a${ESC}]8;;http://evil.example\u0007text${ESC}]8;;\u0007b`, 'atextb'],
    ['a write to the clipboard', `a${ESC}]52;c;ZXZpbA==${ESC}\\b`, 'ab'],
    ['a device control string', `a${ESC}P1$r0m${ESC}\\b`, 'ab'],
    ['a private message and an application command', `a${ESC}^x${ESC}\\b${ESC}_y${ESC}\\c`, 'abc'],
    ['the same in eight bits', 'a\u009b31mb\u009d0;t\u009cc\u0090q\u009cd', 'abcd'],
    ['character sets and resets', `a${ESC}(0b${ESC}cd${ESC}7e`, 'abde'],
    ['private modes', `a${ESC}[?25lb${ESC}[>4;2mc`, 'abc'],
  ])('loses %s', (_what, text, left) => {
    expect(plain(text)).toBe(left)
  })

  it('keeps what only begins like a sequence, so that no text can be hidden behind one', () => {
    expect(plain(`a${ESC}`)).toBe(`a${ESC}`)
    expect(plain(`a${ESC}]0;never ends`)).toBe(`a${ESC}]0;never ends`)
    expect(plain(`${ESC}]${'x'.repeat(5_000)}\u0007`)).toHaveLength(5_003)
    expect(plain(`${ESC}[${'1;'.repeat(50)}`)).toHaveLength(102)
    expect(plain(`${ESC}[3\u0000m`)).toBe(`${ESC}[3\u0000m`)
  })

  it('shows what is left of control characters and of overrides of direction', () => {
    expect(visibleText(plain('a\u0000b\u202ec\u0085d\u0007'))).toBe(
      'a\u2400b\u27e8U+202E\u27e9c\u27e8U+0085\u27e9d\u2407',
    )
  })

  it('survives 300 sequences of the sorts that take terminals over: nothing moves, hides or goes missing', () => {
    const strings = [
      ']0;t',
      ']2;t',
      ']4;1;?',
      ']8;;u',
      ']9;n',
      ']10;?',
      ']50;x',
      ']52;c;eA==',
      ']133;A',
      ']777;notify;a;b',
      ']1337;File=x:eA==',
      'P+q544e',
      'P1;1|17/61',
      '_Gf=1;eA==',
      '^p',
      'Xs',
    ]
    const ends = ['\u0007', `${ESC}\\`, '\u009c']
    const controls = [
      '@',
      'A',
      'D',
      'H',
      'J',
      'K',
      'L',
      'M',
      'P',
      'S',
      'T',
      'X',
      'c',
      'f',
      'g',
      'h',
      'l',
      'n',
      'r',
      's',
      'u',
    ].flatMap((final) => ['', '2', '1;1', '?25', '>0', '=1'].map((parameters) => `${parameters}${final}`))
    const shorts = [
      '7',
      '8',
      'c',
      'D',
      'E',
      'H',
      'M',
      'N',
      'O',
      'Z',
      '=',
      '>',
      '(0',
      ')B',
      '*A',
      '#8',
      '%G',
      ' F',
    ]
    const hostile = [
      ...strings.flatMap((text) => ends.map((end) => `${ESC}${text}${end}`)),
      ...controls.flatMap((text) => [`${ESC}[${text}`, `\u009b${text}`]),
      ...shorts.map((text) => `${ESC}${text}`),
    ]
    expect(hostile.length).toBeGreaterThanOrEqual(300)
    for (const sequence of hostile) {
      const shown = ansiRuns(`before${sequence}after`)
      expect(shown.map(({ text, look }) => visibleText(text) + look).join(''), JSON.stringify(sequence)).toBe(
        'beforeafter',
      )
    }
  })

  it('is read once, however hostile: twice the text takes twice the looks', () => {
    const looks = (n: number) => {
      let count = 0
      const text = `${ESC}]x`.repeat(n)
      const counted = new Proxy(Object(text) as object, {
        get(target, name) {
          if (typeof name === 'string' && /^\d+$/.test(name)) count++
          const value = Reflect.get(target, name) as unknown
          return typeof value === 'function' ? value.bind(text) : value
        },
      })
      ansiRuns(counted as unknown as string)
      return count
    }
    const [one, two] = [looks(1_000), looks(2_000)]
    expect(two / one).toBeLessThan(2.5)
    expect(one).toBeGreaterThan(3_000)
  })
})
