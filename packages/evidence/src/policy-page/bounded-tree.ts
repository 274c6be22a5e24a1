import { type DefaultTreeAdapterMap, defaultTreeAdapter, type TreeAdapter } from 'parse5'

/** Elements within elements: browsers stop at 512. Pages have about 30. */
const DEEPEST = 512
/** Elements of a page. Pages of 2 MB have about 40,000. */
const MOST_ELEMENTS = 100_000

/** Thrown when a page has more elements, or deeper ones, than any page that is read by people. */
export class PageTooComplex extends Error {}

/** The tree that parse5 makes by default, ended with PageTooComplex where a page is made to take for ever. */
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
