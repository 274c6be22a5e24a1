/** Separates several texts of one path, as in a flat export. */
const SEPARATOR = '|'

/**
 * Returns the value at a path of a document as one text: a list as its items, a final object as its keys (VERIS writes
 * `action: {hacking: {…}}`), a missing value as the empty text. A path descends into every item of a list.
 */
export function textAt(document: unknown, path: string): string {
  const members = path.split('.').reduce<readonly unknown[]>((values, step) => values.flatMap(inside(step)), [document])
  const texts = members.flatMap((value) => (Array.isArray(value) ? value : [value])).map(textOf)
  return [...new Set(texts.filter((text) => text !== ''))].join(SEPARATOR)
}

/** Returns the value of a name in a flat export. An object there belongs to a nested document and is no text. */
export function flatTextAt(document: Readonly<Record<string, unknown>>, name: string): string {
  const value = Object.hasOwn(document, name) ? document[name] : null
  return [value].flat().some(isRecord) ? '' : textAt(document, name)
}

const inside =
  (step: string) =>
  (value: unknown): unknown[] => {
    const items = Array.isArray(value) ? value : [value]
    return items.flatMap((item) => (isRecord(item) && Object.hasOwn(item, step) ? [item[step]] : []))
  }

function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  return isRecord(value) ? Object.keys(value).join(SEPARATOR) : String(value)
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
