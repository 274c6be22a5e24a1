import type { DefaultTreeAdapterTypes } from 'parse5'

type Element = DefaultTreeAdapterTypes.Element

/** Elements that browsers hide or replace by other content. */
const NOT_SHOWN = new Set(
  `head title script style template noscript noembed noframes iframe datalist audio video canvas meter progress rp param
  desc metadata defs symbol annotation annotation-xml`.split(/\s+/),
)
/** Elements that open on a click. Their content counts as visible, like that of `details`. */
const FOLDING = new Set(
  'accordion collapse collapsible panel tab tabs tabpanel pane faq toggle expand expandable fold foldable answer'.split(
    ' ',
  ),
)

export const attributeOf = ({ attrs }: Element, name: string): string | null =>
  attrs.find((attr) => attr.name === name)?.value ?? null

/** Words of an element's classes and id. */
export const namesOf = (element: Element): readonly string[] =>
  `${attributeOf(element, 'class') ?? ''} ${attributeOf(element, 'id') ?? ''}`.toLowerCase().split(/[^a-z]+/)

/** Visibility of an element by its HTML and style attribute. */
export interface Showing {
  /** Null if neither the element nor its content is rendered. */
  readonly box: 'block' | 'inline' | null
  /** Visibility that the element sets for its text; null inherits it. */
  readonly visible: boolean | null
}

/** `opened` contains the ids of elements that another element of the page opens. */
export function showingOf(element: Element, opened: ReadonlySet<string>): Showing {
  const style = declarationsOf(attributeOf(element, 'style') ?? '')
  const display = style.get('display')
  const box = BLOCK_DISPLAY.test(display ?? '') ? 'block' : INLINE.has(element.tagName) ? 'inline' : 'block'
  const isGone = display === undefined ? isHiddenByMarkup(element) : display === 'none'
  if (NOT_SHOWN.has(element.tagName) || (isGone && !opensAtClick(element, opened))) return { box: null, visible: false }
  return { box, visible: visibleBy(style) }
}

const BLOCK_DISPLAY = /^(?:block|flex|grid|table|list-item|flow-root)/

/** Inline elements; unknown elements are inline too. */
const INLINE = new Set(
  `a abbr acronym b basefont bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr o:p q rb ruby rt s
  samp small span strike strong sub sup time tt u var wbr st1:place picture`.split(/\s+/),
)

function isHiddenByMarkup(element: Element): boolean {
  if (attributeOf(element, 'hidden') !== null || attributeOf(element, 'popover') !== null) return true
  if (element.tagName === 'dialog') return attributeOf(element, 'open') === null
  return element.tagName === 'object' && attributeOf(element, 'data') !== null
}

function opensAtClick(element: Element, opened: ReadonlySet<string>): boolean {
  const role = attributeOf(element, 'role')
  if (role === 'tabpanel' || role === 'region') return true
  return opened.has(attributeOf(element, 'id') ?? '') || namesOf(element).some((name) => FOLDING.has(name))
}

function visibleBy(style: ReadonlyMap<string, string>): boolean | null {
  const [visibility, size] = [style.get('visibility'), style.get('font-size')]
  if (/^(?:hidden|collapse)$/.test(visibility ?? '') || /^0(?:\.0*)?(?:[a-z]+|%)?$/.test(size ?? '')) return false
  if (style.get('content-visibility') === 'hidden') return false
  return visibility === undefined && size === undefined ? null : true
}

/** Effective declarations of a style attribute: per property the last one, or the last important one. */
function declarationsOf(style: string): ReadonlyMap<string, string> {
  const declared = new Map<string, string>()
  const important = new Set<string>()
  for (const declaration of style
    .toLowerCase()
    .replace(/\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\//g, ' ')
    .split(';')) {
    const colon = declaration.indexOf(':')
    if (colon === -1) continue
    const [name, written] = [declaration.slice(0, colon).trim(), declaration.slice(colon + 1).trim()]
    const presses = /!\s*important$/.test(written)
    if (important.has(name) && !presses) continue
    if (presses) important.add(name)
    declared.set(name, written.replace(/\s*!\s*important$/, '').trim())
  }
  return declared
}

/** Ids of elements that a link or button of the page opens or leads to. */
export const idsOpenedBy = (element: Element): readonly string[] =>
  ['aria-controls', 'href', 'data-target', 'data-bs-target', 'for'].flatMap((name) => {
    const value = attributeOf(element, name) ?? ''
    return name === 'aria-controls' || name === 'for'
      ? value.split(/\s+/)
      : value.startsWith('#')
        ? [value.slice(1)]
        : []
  })
