/** Parses one CSV record (RFC 4180) without its line end. Returns null if it is malformed. */
export function csvCells(record: string, delimiter: string): readonly string[] | null {
  if (!record.includes('"')) return record.split(delimiter)
  const cells: string[] = []
  for (let index = 0; ; ) {
    const isQuoted = record.charCodeAt(index) === QUOTE
    const end = isQuoted ? closingQuote(record, index + 1) + 1 : nextOrEnd(record, delimiter, index)
    const text = isQuoted ? record.slice(index + 1, end - 1).replaceAll('""', '"') : record.slice(index, end)
    if (end === 0 || (!isQuoted && text.includes('"'))) return null
    cells.push(text)
    if (end === record.length) return cells
    if (record[end] !== delimiter) return null
    index = end + 1
  }
}

const QUOTE = 34

/** Index of the quote that closes the quoted text starting at `from`, or -1. */
function closingQuote(record: string, from: number): number {
  let at = record.indexOf('"', from)
  while (at !== -1 && record.charCodeAt(at + 1) === QUOTE) at = record.indexOf('"', at + 2)
  return at
}

function nextOrEnd(record: string, delimiter: string, from: number): number {
  const at = record.indexOf(delimiter, from)
  return at === -1 ? record.length : at
}

/**
 * Index after the line end of the last complete record, or 0 if there is none. A trailing `\r` may be half of a line
 * end, so it counts as incomplete.
 */
export function endOfRecords(text: string): number {
  let end = 0
  for (let index = 0; index !== -1; ) {
    const opened = text.indexOf('"', index)
    // The slice avoids scanning the earlier text again.
    const unquoted = text.slice(index, opened === -1 ? text.length : opened)
    const newline = unquoted.lastIndexOf('\n')
    const sure = index + unquoted.length === text.length ? unquoted.slice(0, -1) : unquoted
    const last = newline === -1 ? sure.lastIndexOf('\r') : newline
    if (last !== -1) end = index + last + 1
    if (opened === -1) return end
    index = text.indexOf('"', opened + 1)
    if (index !== -1) index += 1
  }
  return end
}

/** Splits a text into records without their line ends. A line end between quotes does not end a record. */
export function* csvRecords(text: string): Generator<string> {
  const lines = text.includes('\r') ? text.split(/(?<=\r\n|\n|\r(?!\n))/) : text.split(/(?<=\n)/)
  let record: string[] = []
  let open = false
  for (const line of lines) {
    record.push(line)
    if (hasOddQuotes(line)) open = !open
    if (open) continue
    yield record.join('').replace(/\r\n$|[\r\n]$/, '')
    record = []
  }
  if (record.length > 0) yield record.join('')
}

function hasOddQuotes(text: string): boolean {
  let odd = false
  for (let index = text.indexOf('"'); index !== -1; index = text.indexOf('"', index + 1)) odd = !odd
  return odd
}
