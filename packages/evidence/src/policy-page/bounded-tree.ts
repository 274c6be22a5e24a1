import { type DefaultTreeAdapterMap, defaultTreeAdapter, type TreeAdapter } from 'parse5'

/** Deepest nesting of elements: browsers stop at 512, pages have about 30. */
const DEEPEST = 512
/** Most elements of a page; a page of 2 MB has about 40,000. */
const MOST_ELEMENTS = 100_000

/** Thrown for a page with more or deeper elements than any real page has. */
export class PageTooComplex extends Error {}

/** Creates parse5's default tree, but throws PageTooComplex for a page built to exhaust the parser. */
export function boundedTree(): TreeAdapter<DefaultTreeAdapterMap> {
  let [depth, elements] = [0, 0]
  return {
    ...defaultTreeAdapter,
    createElement(name, namespace, attributes) {
      elements += 1
      if (elements > MOST_ELEMENTS) throw new PageTooComplex()
      return defaultTreeAdapter.createElement(name, namespace, attributes)
    },
    onItemPush() {
      depth += 1
      if (depth > DEEPEST) throw new PageTooComplex()
    },
    onItemPop() {
      depth -= 1
    },
  }
}
