import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import { readsAsSentence } from '../policy-text/reads-as-sentence.ts'
import { boundedTree } from './bounded-tree.ts'
import type { PageBlock, PageGroup, PageRun, ShownPage } from './page-block.ts'
import { attributeOf, idsOpenedBy, namesOf, showingOf } from './shown-element.ts'

type Element = DefaultTreeAdapterTypes.Element
type Node = DefaultTreeAdapterTypes.ChildNode

/** Most groups recorded around a block. */
const MOST_GROUPS = 8
const LISTS = new Set(['ul', 'ol', 'menu', 'dl', 'table'])
const NAVIGATION = new Set(['nav', 'header', 'footer', 'aside'])
const NAVIGATION_ROLES = new Set(
  'navigation menu menubar tablist toolbar banner contentinfo complementary search dialog alertdialog'.split(' '),
)
const NAVIGATION_NAMES = new Set(
  `nav navbar navigation menu submenu toc contents breadcrumb breadcrumbs crumbs sidebar sidenav lang langs language
  languages locale share social links pagination pager toolbar anchor anchors directory catalog header masthead footer
  foot bottom copyright comments comment related cookie cookies consent banner modal popup dialog newsletter subscribe
  widget disqus advert advertisement ads login signup signin search`.split(/\s+/),
)

/**
 * Reads the visible content of a page by its HTML and style attributes: scripts and hidden elements are skipped,
 * content that opens on a click is included. Style sheets and scripts are not evaluated. Throws PageTooComplex.
 */
export function readPage(html: string): ShownPage {
  const document = parse(html, { treeAdapter: boundedTree() })
  const reader = new PageReader(openedIn(document.childNodes))
  reader.read(document.childNodes, OUTSIDE)
  reader.endBlock(OUTSIDE)
  return { title: titleOf(document.childNodes), blocks: reader.blocks, groups: reader.groups, parents: reader.parents }
}

interface Place {
  readonly element: number
  readonly name: string
  readonly groups: readonly number[]
  readonly link: number | null
  readonly struck: boolean
  readonly visible: boolean
  /** True inside a drawing, where only text elements are visible. */
  readonly drawing: boolean
}

const OUTSIDE: Place = {
  ...{ element: 0, name: '', groups: [], link: null, struck: false, visible: true, drawing: false },
}

class PageReader {
  readonly blocks: PageBlock[] = []
  readonly groups: PageGroup[] = []
  readonly parents: number[] = [-1]
  readonly #opened: ReadonlySet<string>
  #runs: PageRun[] = []
  #links = 0

  constructor(opened: ReadonlySet<string>) {
    this.#opened = opened
  }

  /** The recursion is as deep as the tree, which is bounded. */
  read(nodes: readonly Node[], place: Place): void {
    for (const node of nodes) {
      if ('value' in node) this.#addText(node.value, place)
      else if ('tagName' in node) this.#readElement(node, place)
    }
  }

  endBlock({ element, name, groups }: Place): void {
    if (this.#runs.some(({ text }) => text.trim() !== '')) this.blocks.push({ runs: this.#runs, element, name, groups })
    this.#runs = []
  }

  #addText(text: string, { visible, drawing, link, struck }: Place): void {
    if (!visible || drawing || text === '') return
    const last = this.#runs.at(-1)
    if (last && last.link === link && last.struck === struck)
      this.#runs[this.#runs.length - 1] = { ...last, text: last.text + text }
    else this.#runs.push({ text, link, struck })
  }

  #readElement(element: Element, place: Place): void {
    const { tagName: name } = element
    if (name === 'br' || name === 'hr') this.endBlock(place)
    else if (name === 'select') this.#readOptions(element, place)
    else this.#readBox(element, place)
  }

  #readBox(element: Element, place: Place): void {
    const { box, visible } = showingOf(element, this.#opened)
    const inside = contentOf(element)
    if (box === null && inside === null) return
    const block = box === 'block'
    if (block) this.endBlock(place)
    const within = this.#placeIn(element, block, {
      ...place,
      visible: (inside ? null : visible) ?? place.visible,
    })
    if (inside) this.read(inside, within)
    this.read(box === null ? [] : element.childNodes, within)
    if (block) this.endBlock(within)
  }

  #placeIn(element: Element, block: boolean, place: Place): Place {
    const { tagName: name } = element
    const link = name === 'button' || name === 'summary' || (name === 'a' && attributeOf(element, 'href') !== null)
    if (link) this.#links += 1
    const kind = groupKind(element)
    if (kind) this.groups.push({ kind })
    if (block) this.parents.push(place.element)
    return {
      ...place,
      ...(block ? { element: this.parents.length - 1, name } : {}),
      groups: kind ? [this.groups.length - 1, ...place.groups].slice(0, MOST_GROUPS) : place.groups,
      link: link ? this.#links : place.link,
      struck: place.struck || name === 'del' || name === 's' || name === 'strike',
      drawing: name === 'svg' || (place.drawing && name !== 'text' && name !== 'foreignObject'),
    }
  }

  /** A select of choices is a control; one that states something is read as text. */
  #readOptions(select: Element, place: Place): void {
    for (const option of optionsOf(select.childNodes)) {
      if (!readsAsSentence(option)) continue
      this.endBlock(place)
      this.#addText(option, place)
    }
    this.endBlock(place)
  }
}

function groupKind(element: Element): PageGroup['kind'] | null {
  if (NAVIGATION.has(element.tagName) || NAVIGATION_ROLES.has(attributeOf(element, 'role') ?? '')) return 'navigation'
  if (namesOf(element).some((name) => NAVIGATION_NAMES.has(name))) return 'navigation'
  return LISTS.has(element.tagName) ? 'list' : null
}

/** Returns the nodes to read besides the children: the shadow tree, or an embedded page. */
function contentOf(element: Element): readonly Node[] | null {
  if (element.tagName === 'template' && 'content' in element && attributeOf(element, 'shadowrootmode') !== null)
    return (element as DefaultTreeAdapterTypes.Template).content.childNodes
  const within = element.tagName === 'iframe' ? attributeOf(element, 'srcdoc') : null
  return within === null ? null : parse(within, { treeAdapter: boundedTree() }).childNodes
}

const optionsOf = (nodes: readonly Node[]): readonly string[] =>
  nodes.flatMap((node) => {
    if (!('tagName' in node)) return []
    return node.tagName === 'option' ? [plainText(node.childNodes)] : optionsOf(node.childNodes)
  })

const plainText = (nodes: readonly Node[]): string =>
  nodes.map((node) => ('value' in node ? node.value : 'childNodes' in node ? plainText(node.childNodes) : '')).join('')

function titleOf(nodes: readonly Node[]): string {
  for (const node of nodes) {
    if (!('tagName' in node)) continue
    if (node.tagName === 'title') return plainText(node.childNodes)
    const title = node.tagName === 'html' || node.tagName === 'head' ? titleOf(node.childNodes) : ''
    if (title) return title
  }
  return ''
}

function openedIn(nodes: readonly Node[]): ReadonlySet<string> {
  const ids = new Set<string>()
  const collect = (among: readonly Node[]): void => {
    for (const node of among) {
      if (!('tagName' in node)) continue
      for (const id of idsOpenedBy(node)) ids.add(id)
      collect(node.childNodes)
    }
  }
  collect(nodes)
  ids.delete('')
  return ids
}
