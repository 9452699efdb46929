import type { Page } from './fixtures.ts'

/**
 * Every word inside `within` that a drawing, a box or another word stands on, or that a line runs through.
 *
 * What counts is what is painted: a button without a ground may lie over its words. Words outside of the window are
 * brought into it first, so the page may be scrolled afterwards.
 */
export const coveredWords = (page: Page, within: string): Promise<string[]> =>
  page.evaluate((selector) => {
    interface Word {
      readonly said: string
      readonly holder: Element
      readonly range: Range
    }
    const SHAPES = new Set([
      'path',
      'rect',
      'circle',
      'ellipse',
      'line',
      'polygon',
      'polyline',
      'use',
      'image',
    ])
    const roots = [...document.querySelectorAll(selector)]
    if (roots.length === 0) return [`nothing on the page is ${selector}`]
    // The browser is asked what lies at a point, and leaves out what lets the pointer through.
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(
      '* { pointer-events: auto !important } svg * { pointer-events: visiblePainted !important }',
    )
    document.adoptedStyleSheets.push(sheet)
    const found = new Set<string>()
    try {
      const words = roots.flatMap(wordsOf)
      if (words.length === 0) found.add(`no word stands in ${selector}`)
      for (const word of words) {
        const over = coverOf(word)
        if (!over) continue
        // Bars that stay at an edge of the window cover nothing for good.
        word.holder.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' })
        const still = coverOf(word)
        if (still) found.add(`“${word.said}” ${still}`)
      }
      for (const [i, word] of words.entries())
        for (const other of words.slice(i + 1))
          if (meet(word, other)) found.add(`“${word.said}” and “${other.said}” stand on each other`)
    } finally {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet)
    }
    return [...found]

    function wordsOf(root: Element): Word[] {
      const words: Word[] = []
      const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
      for (let text = texts.nextNode(); text; text = texts.nextNode()) {
        const said = text.textContent?.trim()
        const holder = text.parentElement
        if (!said || !holder || holder.closest('option, desc, title') || isForReadersAlone(holder)) continue
        if (!holder.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue
        const range = document.createRange()
        range.selectNodeContents(text)
        if (boxesOf({ range }).length > 0) words.push({ said: said.slice(0, 60), holder, range })
      }
      return words
    }

    function isForReadersAlone(element: Element): boolean {
      for (let one: Element | null = element; one; one = one.parentElement)
        if (getComputedStyle(one).clipPath !== 'none') return true
      return false
    }

    /** The lines of a text without the air above and below the letters. */
    function boxesOf({ range }: Pick<Word, 'range'>) {
      return [...range.getClientRects()]
        .filter(({ width, height }) => width > 1 && height > 1)
        .map(({ left, right, top, bottom, height }) => ({
          left,
          right,
          top: top + height * 0.22,
          bottom: bottom - height * 0.22,
        }))
    }

    function coverOf(word: Word): string | undefined {
      for (const { left, right, top, bottom } of boxesOf(word)) {
        const points: [x: number, y: number][] = []
        // No line is thinner than a pixel: one row finds what goes down, some columns what goes across.
        for (let x = left + 1; x < right - 1; x++) points.push([x, (top + bottom) / 2])
        for (let x = left + 1; x < right; x += 8) for (let y = top; y <= bottom; y++) points.push([x, y])
        for (const [x, y] of points) {
          const over = coverAt(word, x, y)
          if (over) return over
        }
      }
      return undefined
    }

    function coverAt({ holder }: Word, x: number, y: number): string | undefined {
      const pile = document.elementsFromPoint(x, y)
      const at = pile.findIndex((one) => one === holder || one === holder.closest('text'))
      if (at === -1) return 'is cut off, or reaches out of the window'
      const over = pile.slice(0, at).find((one) => isPainted(one) && !one.contains(holder))
      if (over) return `lies behind ${nameOf(over)}`
      if (hasGround(holder)) return undefined
      for (const under of pile.slice(at + 1)) {
        if (isLine(under)) return `is crossed by ${nameOf(under)}`
        if (isPainted(under) || hasGround(under)) return undefined
      }
      return undefined
    }

    function isPainted(element: Element): boolean {
      if (SHAPES.has(element.tagName)) return element.checkVisibility({ opacityProperty: true })
      if (element instanceof SVGElement && element.tagName !== 'svg') return false
      return isColour(getComputedStyle(element).backgroundColor)
    }

    function isLine(element: Element): boolean {
      const { fill } = getComputedStyle(element)
      return SHAPES.has(element.tagName) && element.tagName !== 'use' && !isColour(fill)
    }

    /** Of its own: a box behind it, or an edge around its letters. */
    function hasGround(element: Element): boolean {
      const { backgroundColor, paintOrder, stroke } = getComputedStyle(element)
      return element instanceof SVGElement && element.tagName !== 'svg'
        ? paintOrder.startsWith('stroke') && isColour(stroke)
        : isColour(backgroundColor)
    }

    function isColour(colour: string): boolean {
      if (colour === 'none' || colour === 'transparent') return false
      const alpha = /^rgba\(.*, ([\d.]+)\)$|\/ ([\d.]+)\)$/.exec(colour)
      return Number(alpha?.[1] ?? alpha?.[2] ?? 1) > 0.2
    }

    function meet(one: Word, other: Word): boolean {
      const others = boxesOf(other)
      return boxesOf(one).some((a) =>
        others.some(
          (b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1,
        ),
      )
    }

    function nameOf(element: Element): string {
      const holder = element.closest('[class]')
      const within =
        holder && holder !== element ? ` in ${holder.tagName}.${holder.getAttribute('class')}` : ''
      const name = element.getAttribute('class')
      return `${element.tagName.toLowerCase()}${name ? `.${name}` : ''}${within}`
    }
  }, within)
