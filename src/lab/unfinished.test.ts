import { describe, expect, it } from 'vitest'
import { hereDocumentOpen, wantsMore } from './unfinished.ts'

describe('a line that is not finished', () => {
  it('is told by what bash says at its end, and by nothing else', () => {
    expect(wantsMore('bash: syntax error: unexpected end of file\n')).toBe(true)
    expect(wantsMore('bash: unexpected EOF while looking for matching `"\'\n')).toBe(true)
    expect(wantsMore("bash: syntax error near unexpected token `)'\n")).toBe(false)
    expect(wantsMore('cat: x\nbash: syntax error: unexpected end of file\n')).toBe(false)
    expect(wantsMore('')).toBe(false)
  })

  it.each([
    ['cat <<EOF', true],
    ['cat <<EOF\none\nEOF', false],
    ['cat <<-EOF\n\tone\n\tEOF', false],
    ['cat <<EOF\none\n EOF', true],
    ["cat <<'END' > f\n$x", true],
    ["cat <<'END' > f\n$x\nEND", false],
    ['cat <<A <<B\na\nA', true],
    ['cat <<A <<B\na\nA\nb\nB', false],
    ['cat <<EOF\n<<OTHER\nEOF', false],
    ['base64 -d <<< aGk=', false],
    ['echo "<<EOF"', false],
    ["jq '.a << b'", false],
    ['echo $((1 << 2))', false],
  ])('is one with an open here-document: %j %s', (text, open) => {
    expect(hereDocumentOpen(text)).toBe(open)
  })

  it('is judged in one look, however long', () => {
    expect(hereDocumentOpen('<<'.repeat(50_000))).toBe(false)
    expect(hereDocumentOpen(`"${'\\'.repeat(99_999)}`)).toBe(false)
  })
})
