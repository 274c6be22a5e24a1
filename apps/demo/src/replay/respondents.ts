import { parse } from 'csv-parse/sync'

/** A respondent of a real survey file, as far as the replay needs him. */
export interface Respondent {
  readonly year: number
  readonly row: number
  readonly language: string
  /** `1`-`5`, `na` for the off-scale answer, null for one who never answers. */
  readonly overall: string | null
}

/** Reads `sfo-airport-*.csv`: columns year, row, lang, overall, missing_reason; the rest is left. */
export function readRespondents(text: string): Respondent[] {
  const rows = parse(text, { columns: true, bom: true }) as Record<string, string>[]
  return rows.map((cells) => ({
    year: Number(cells.year),
    row: Number(cells.row),
    language: cells.lang ?? '',
    overall: cells.overall ? cells.overall : cells.missing_reason === 'na' ? 'na' : null,
  }))
}
