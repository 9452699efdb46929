import { encodeUtf8 } from '../../bytes/utf8.ts'
import { owned } from '../../bytes/bytes.ts'
import { download } from '../download.ts'

const SVG = 'http://www.w3.org/2000/svg'
/** What a drawing needs of a page's styles to look the same without them. */
const LOOKS = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-opacity',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linejoin',
  'paint-order',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
] as const

/** The stage as one picture: every drawing of it where it stands, words beside it as text. */
export function stageAsSvg(stage: HTMLElement): string {
  const rows = stage.closest('.flow-main')?.querySelectorAll<HTMLElement>('.flow-heads li') ?? []
  const box = boxOf(stage, rows)
  const picture = document.createElementNS(SVG, 'svg')
  picture.setAttribute('xmlns', SVG)
  picture.setAttribute('viewBox', `0 0 ${box.width} ${box.height}`)
  picture.setAttribute('width', String(box.width))
  picture.setAttribute('height', String(box.height))
  const ground = document.createElementNS(SVG, 'rect')
  ground.setAttribute('width', '100%')
  ground.setAttribute('height', '100%')
  ground.setAttribute('fill', getComputedStyle(document.body).backgroundColor)
  picture.append(ground)
  for (const drawing of stage.querySelectorAll('svg')) {
    if (drawing.parentElement?.closest('svg')) continue
    const at = drawing.getBoundingClientRect()
    const copy = drawing.cloneNode(true) as SVGSVGElement
    copyLooks(drawing, copy)
    copy.setAttribute('x', String(at.left - box.left))
    copy.setAttribute('y', String(at.top - box.top))
    copy.setAttribute('width', String(at.width || box.width))
    copy.setAttribute('height', String(at.height || box.height))
    copy.setAttribute('overflow', 'visible')
    picture.append(copy)
  }
  for (const words of stage.querySelectorAll<HTMLElement>('.flow-words > span'))
    picture.append(asText(words, box))
  for (const note of stage.querySelectorAll<HTMLElement>('.flow-note > span'))
    picture.append(asText(note, box))
  for (const row of rows)
    for (const words of row.querySelectorAll<HTMLElement>('.n, .beat-title, .name'))
      picture.append(asText(words, box))
  return new XMLSerializer().serializeToString(picture)
}

/** The stage, and the titles of its rows where they stand beside it. */
function boxOf(stage: HTMLElement, rows: Iterable<HTMLElement>): DOMRect {
  const { left, top, right, height } = stage.getBoundingClientRect()
  const [first] = rows
  const from = first ? first.getBoundingClientRect().left : left
  return new DOMRect(from, top, right - from, height)
}

/** Two device pixels for each of CSS, so that print stays sharp. */
const SHARP = 2

export async function savePicture(stage: HTMLElement, name: string, form: 'svg' | 'png'): Promise<void> {
  const text = stageAsSvg(stage)
  if (form === 'svg') {
    download(`${name}.svg`, encodeUtf8(text))
    return
  }
  const image = new Image()
  // The policy lets pictures come from data addresses, not from blobs.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = image.width * SHARP
  canvas.height = image.height * SHARP
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'))
  if (!blob) throw new Error('this browser makes no PNG')
  download(`${name}.png`, owned(new Uint8Array(await blob.arrayBuffer())))
}

function copyLooks(from: Element, to: Element): void {
  const style = getComputedStyle(from)
  for (const name of LOOKS) {
    const value = style.getPropertyValue(name)
    if (value) to.setAttribute(name, value)
  }
  to.removeAttribute('class')
  to.removeAttribute('style')
  Array.from(from.children).forEach((child, i) => {
    const copy = to.children[i]
    if (copy) copyLooks(child, copy)
  })
}

/** Words that the page sets, one line of a drawing each. */
function asText(words: HTMLElement, box: DOMRect): SVGTextElement {
  const at = words.getBoundingClientRect()
  const style = getComputedStyle(words)
  const text = document.createElementNS(SVG, 'text')
  const size = Number.parseFloat(style.fontSize)
  text.setAttribute('x', String(at.left - box.left))
  text.setAttribute('y', String(at.top - box.top + Math.min(at.height, size * 1.6) / 2 + size * 0.36))
  text.setAttribute('fill', style.color)
  text.setAttribute('font-family', style.fontFamily)
  // The open beat's title may take two lines on the page; here it has one.
  text.setAttribute('font-size', words.matches('.beat-title') ? '15px' : style.fontSize)
  text.setAttribute('font-weight', style.fontWeight)
  text.textContent = words.textContent?.trim() ?? ''
  return text
}
