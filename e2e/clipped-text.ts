import type { Page } from './fixtures.ts'

/** Shortened on purpose: the heading of the page says it in full. */
const SHORTENED = '.crumb'

/** Every text on the page that something cuts off where nobody can scroll to it, and whether the page scrolls sideways. */
export const clippedText = (page: Page): Promise<string[]> =>
  page.evaluate((shortened) => {
    const SCROLLS = new Set(['auto', 'scroll'])
    const CUTS = new Set(['hidden', 'clip'])
    const found = new Set<string>()
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth > clientWidth) found.add(`the page is ${scrollWidth - clientWidth} px too wide`)
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const said = text.textContent?.trim()
      const parent = text.parentElement
      if (!said || !parent?.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue
      if (parent.closest(`option, desc, title, ${shortened}`)) continue
      const range = document.createRange()
      range.selectNodeContents(text)
      const boxes = [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0)
      const cut = boxes.length > 0 && cutBy(parent, boxes)
      if (cut) found.add(`${cut}: ${said.slice(0, 60)}`)
    }
    return [...found]

    function cutBy(parent: Element, boxes: readonly DOMRect[]): string | undefined {
      let by: string | undefined
      for (let holder: Element | null = parent; holder; holder = holder.parentElement) {
        const style = getComputedStyle(holder)
        const box = holder.getBoundingClientRect()
        // For screen readers alone.
        if (style.clipPath !== 'none' || (box.width <= 1 && box.height <= 1)) return undefined
        if (by || style.display === 'inline') continue
        if (SCROLLS.has(style.overflowX) || SCROLLS.has(style.overflowY)) by = ''
        const across = CUTS.has(style.overflowX)
        const down = CUTS.has(style.overflowY)
        for (const { left, right, top, bottom } of boxes)
          if (
            (across && (left < box.left - 1.5 || right > box.right + 1.5)) ||
            (down && (top < box.top - 3 || bottom > box.bottom + 3))
          )
            by ??= `${holder.tagName.toLowerCase()}.${holder.getAttribute('class') ?? ''}`
        if (by === '') return undefined
      }
      return by
    }
  }, SHORTENED)
