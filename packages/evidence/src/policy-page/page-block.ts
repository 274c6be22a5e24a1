/** A piece of page text that lies in one link, or in none. */
export interface PageRun {
  readonly text: string
  /** Number of the link or button on the page; null outside of links. */
  readonly link: number | null
  /** True for struck-out text: it is visible but no longer valid. */
  readonly struck: boolean
}

/** A block of a page: a paragraph, heading, list item or table cell. */
export interface PageBlock {
  readonly runs: readonly PageRun[]
  /** Number of the containing element. */
  readonly element: number
  readonly name: string
  /** Lists, menus and navigation parts around the block, innermost first. */
  readonly groups: readonly number[]
}

/** An element that groups links, or that is not part of the main text. */
export interface PageGroup {
  /** A list or table, or an element whose name or role marks it as a menu, footer or dialog. */
  readonly kind: 'list' | 'navigation'
}

/** The visible content of a page. */
export interface ShownPage {
  /** Title of the browser window; not part of the text. */
  readonly title: string
  readonly blocks: readonly PageBlock[]
  readonly groups: readonly PageGroup[]
  /** Number of the parent of each element, by element number. */
  readonly parents: readonly number[]
}

export const textOf = ({ runs }: PageBlock): string => runs.map(({ text }) => text).join('')

/** Treats each line of a plain text as a block. */
export const plainPage = (text: string): ShownPage => ({
  title: '',
  groups: [],
  parents: [],
  blocks: text.split(/[\r\n\u2028\u2029\f]+/).map((line, i) => ({
    ...{ runs: [{ text: line, link: null, struck: false }], element: i, name: '', groups: [] },
  })),
})
