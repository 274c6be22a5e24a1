export type ReportFields = ReadonlyMap<string, string>

/**
 * Reads the blocks of `Name: value` lines of a delivery status (RFC 3464) or feedback report (RFC 5965): names in lower
 * case, the first value of each name. Other lines are ignored.
 */
export function reportFields(text: string): readonly ReportFields[] {
  const unfolded = text.replace(/\r\n?/g, '\n').replace(/\n[ \t]+(?=\S)/g, ' ')
  return unfolded
    .split(/\n[ \t]*\n+/)
    .map(fieldsOf)
    .filter(({ size }) => size > 0)
}

function fieldsOf(block: string): ReportFields {
  const fields = new Map<string, string>()
  for (const line of block.split('\n')) {
    const colon = line.indexOf(':')
    const name = line.slice(0, Math.max(0, colon)).trim().toLowerCase()
    if (/^[a-z][a-z0-9-]*$/.test(name) && !fields.has(name)) fields.set(name, line.slice(colon + 1).trim())
  }
  return fields
}
