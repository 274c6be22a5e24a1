const YEAR = /(?<!\d)(?:19|20)\d{2}(?!\d)/

/**
 * Proposes the identifier after the highest of the latest ones: `F-08` after `F-07`. A number with a year starts again in
 * a new year: `I-2026-01` after `I-2025-07`. Null if the latest identifier does not end in a number.
 */
export function nextId(latest: readonly string[], year: number): string | null {
  const [first = ''] = latest
  const parts = split(first)
  if (!parts) return null
  const yearInPrefix = Number(YEAR.exec(parts.prefix)?.[0] ?? Number.NaN)
  if (yearInPrefix < year) {
    const prefix = parts.prefix.replace(YEAR, String(year))
    return `${prefix}${'1'.padStart(parts.digits.length, '0')}`
  }
  const numbers = latest.flatMap((id) => {
    const other = split(id)
    return other?.prefix === parts.prefix ? [Number(other.digits)] : []
  })
  return `${parts.prefix}${String(Math.max(...numbers) + 1).padStart(parts.digits.length, '0')}`
}

function split(id: string): { readonly prefix: string; readonly digits: string } | null {
  const { prefix, digits } = /^(?<prefix>.*?)(?<digits>\d{1,9})$/.exec(id)?.groups ?? {}
  return prefix !== undefined && digits !== undefined ? { prefix, digits } : null
}
