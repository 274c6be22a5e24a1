/** Runs inside the page: finds texts without enough room, and lists every text of the interface. */
export function findCrampedText(): { cramped: string[]; texts: string[] } {
  const cramped: string[] = []
  const texts: string[] = []
  /** Texts on the page that users wrote; the document title may repeat one. */
  const writtenTexts: string[] = []
  const titles = [document.title]
  const root = document.documentElement
  if (root.scrollWidth > root.clientWidth) cramped.push(`scrolls sideways: ${root.scrollWidth} > ${root.clientWidth}`)

  const declared = document.body.closest('[lang]')?.getAttribute('lang')
  if (declared !== root.lang) cramped.push(`body in ${declared}, page in ${root.lang}`)

  const isHidden = (element: Element): boolean => {
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return true
    for (let at: Element | null = element; at; at = at.parentElement) {
      const { clipPath, width } = getComputedStyle(at)
      if (clipPath !== 'none' || width === '1px') return true
    }
    return false
  }
  const isForeign = (element: Element) =>
    element.closest('[translate="no"]') !== null || element.closest('[lang]')?.getAttribute('lang') !== root.lang
  /** The nearest ancestor that clips its contents; a scrolling one clips nothing. */
  const cutter = (element: Element): Element | null => {
    for (let at: Element | null = element; at && at !== document.body; at = at.parentElement) {
      const { overflowX } = getComputedStyle(at)
      if (overflowX === 'hidden' || overflowX === 'clip') return at
      if (overflowX === 'auto' || overflowX === 'scroll') return null
    }
    return null
  }

  /** A bar that stays in view lies over the page, which scrolls below it. */
  const isFloating = (element: Element): boolean => {
    for (let at: Element | null = element; at; at = at.parentElement)
      if (['fixed', 'sticky'].includes(getComputedStyle(at).position)) return true
    return false
  }

  const shownTexts: { text: string; box: DOMRect; floats: boolean }[] = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement
    const text = node.textContent?.replace(/\s+/g, ' ').trim() ?? ''
    if (!element || text === '' || ['SCRIPT', 'STYLE', 'NOSCRIPT'].includes(element.tagName)) continue
    if (element.tagName === 'H1') titles.push(text)
    else if (!isForeign(element)) texts.push(text)
    else if (element.tagName !== 'TITLE') writtenTexts.push(text)
    if (element.tagName === 'TITLE' || element.tagName === 'OPTION' || isHidden(element)) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    const box = range.getBoundingClientRect()
    const cut = cutter(element)?.getBoundingClientRect()
    if (cut && (box.right > cut.right + 1 || box.left < cut.left - 1 || box.bottom > cut.bottom + 2))
      cramped.push(`cut off: ${text.slice(0, 60)}`)
    const floats = isFloating(element)
    for (const line of range.getClientRects()) shownTexts.push({ text: text.slice(0, 40), box: line, floats })
  }

  for (const [i, shownText] of shownTexts.entries())
    for (const laterText of shownTexts.slice(i + 1)) {
      if (shownText.floats !== laterText.floats) continue
      const wide = Math.min(shownText.box.right, laterText.box.right) - Math.max(shownText.box.left, laterText.box.left)
      const high = Math.min(shownText.box.bottom, laterText.box.bottom) - Math.max(shownText.box.top, laterText.box.top)
      if (wide > 3 && high > 0.45 * Math.min(shownText.box.height, laterText.box.height))
        cramped.push(`overlapping: ${shownText.text} | ${laterText.text}`)
    }

  // An image without its style takes all the room; one with its own height is intentional.
  for (const picture of document.querySelectorAll('svg')) {
    const { width, height } = picture.getBoundingClientRect()
    const ownHeight = Number(picture.getAttribute('height'))
    if (height > Math.max(64, ownHeight) && !picture.closest('.recharts-wrapper'))
      cramped.push(`a picture of ${width} x ${height}`)
  }

  for (const element of document.querySelectorAll('[placeholder], [aria-label], img[alt]')) {
    if (isForeign(element)) continue
    for (const name of ['placeholder', 'aria-label', 'alt']) texts.push(element.getAttribute(name) ?? '')
  }
  const ownTitles = titles.map((title) =>
    writtenTexts.reduce((remaining, writtenText) => remaining.replaceAll(writtenText, ''), title),
  )
  return { cramped, texts: [...ownTitles, ...texts] }
}
