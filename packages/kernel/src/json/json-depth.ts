/** Deepest nesting accepted in a request or a stored row; deeper JSON is refused before it is parsed. */
export const DEEPEST_JSON = 64

/**
 * Returns true if arrays and objects of a JSON text nest deeper than `most`. It scans the text once without building
 * values, so a text made to exhaust a parser's stack is refused cheaply.
 */
export function isNestedDeeper(json: string, maxDepth = DEEPEST_JSON): boolean {
  let depth = 0
  let isInString = false
  for (let index = 0; index < json.length; index += 1) {
    const code = json.charCodeAt(index)
    if (isInString) {
      if (code === BACKSLASH) index += 1
      else if (code === QUOTE) isInString = false
    } else if (code === QUOTE) isInString = true
    else if (code === OPEN_LIST || code === OPEN_OBJECT) {
      depth += 1
      if (depth > maxDepth) return true
    } else if (code === CLOSE_LIST || code === CLOSE_OBJECT) depth -= 1
  }
  return false
}

const [QUOTE, BACKSLASH, OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x22, 0x5c, 0x5b, 0x5d, 0x7b, 0x7d]
