/** Deeper than any call or row nests; what is deeper is refused before anything reads it. */
export const DEEPEST_JSON = 64

/**
 * Whether lists and objects of a JSON text nest deeper than `most`. It reads the text once and builds nothing, so that a text
 * made to exhaust the stack of a reader is refused at no cost.
 */
export function isNestedDeeper(json: string, most = DEEPEST_JSON): boolean {
  let depth = 0
  let quoted = false
  for (let at = 0; at < json.length; at += 1) {
    const code = json.charCodeAt(at)
    if (quoted) {
      if (code === BACKSLASH) at += 1
      else if (code === QUOTE) quoted = false
    } else if (code === QUOTE) quoted = true
    else if (code === OPEN_LIST || code === OPEN_OBJECT) {
      depth += 1
      if (depth > most) return true
    } else if (code === CLOSE_LIST || code === CLOSE_OBJECT) depth -= 1
  }
  return false
}

const [QUOTE, BACKSLASH, OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x22, 0x5c, 0x5b, 0x5d, 0x7b, 0x7d]
