import type { Sentence } from './sentence.ts'

const TITLE = /^\s*(?:test|it|describe)(?:\.\w+)*(?:\([^'"`]*\))?\((['"`])(?<title>.+?)\1/
/** The title of the rows of a table often continues the title of its group, so its first word is free. */
const TITLE_OF_ROWS = /^\s*\]\)\((['"`])(?<title>.+?)\1/

/** Returns the titles of a file's tests as sentences. */
export function readTitles(text: string): Sentence[] {
  return text.split('\n').flatMap((row, index) => {
    const line = index + 1
    const title = TITLE.exec(row)?.groups?.title
    if (title) return [{ line, text: `${title.charAt(0).toUpperCase()}${title.slice(1)}` }]
    const continued = TITLE_OF_ROWS.exec(row)?.groups?.title
    return continued ? [{ line, text: continued }] : []
  })
}
