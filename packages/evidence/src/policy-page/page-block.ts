/** Text of a page in one piece: all of it in the same link, or in none. */
export interface PageRun {
  readonly text: string
  /** Which link or button of the page; null outside. */
  readonly link: number | null
  /** Struck out: shown, and not what the page says. */
  readonly struck: boolean
}

/** Part of a page that stands in lines of its own: a paragraph, a heading, an item of a list, a cell of a table. */
export interface PageBlock {
  readonly runs: readonly PageRun[]
  /** The element that it is in, a number of the page. */
  readonly element: number
  readonly name: string
  /** Lists, menus and parts for moving about that it lies in, innermost first. */
  readonly groups: readonly number[]
}

/** Elements of a page that hold links together, or what is no part of its main text. */
export interface PageGroup {
  /** A list or table, or a part by its name or role: a menu, a footer, a dialog. */
  readonly kind: 'list' | 'navigation'
}

/** What a page shows. */
export interface ShownPage {
  /** A part of the window, not of the text. */
  readonly title: string
  readonly blocks: readonly PageBlock[]
  readonly groups: readonly PageGroup[]
  /** The element that each element lies in, by number. */
  readonly parents: readonly number[]
}

export const textOf = ({ runs }: PageBlock): string => runs.map(({ text }) => text).join('')

/** A plain text: each line a block. */
export const plainPage = (text: string): ShownPage => ({
  title: '',
  groups: [],
  parents: [],
  blocks: text.split(/[\r\n\u2028\u2029\f]+/).map((line, i) => ({
    ...{ runs: [{ text: line, link: null, struck: false }], element: i, name: '', groups: [] },
  })),
})
