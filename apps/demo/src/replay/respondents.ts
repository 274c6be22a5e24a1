import { parse } from 'csv-parse/sync'
import type { CountedWave } from './wave-change.ts'

/** A respondent of a real survey file, with the fields that the replay needs. */
export interface Respondent {
  readonly year: number
  readonly row: number
  readonly language: string
  /** `1`-`5`, `na` for the off-scale answer, null for a nonrespondent. */
  readonly overall: string | null
  /** The survey's own weight; null in a wave without weights. */
  readonly weight: number | null
}

/** Reads `sfo-airport-*.csv`: columns year, row, lang, overall, missing_reason, weight; ignores other columns. */
export function readRespondents(text: string): Respondent[] {
  const rows = parse(text, { columns: true, bom: true }) as Record<string, string>[]
  return rows.map((cells) => ({
    year: Number(cells.year),
    row: Number(cells.row),
    language: cells.lang ?? '',
    weight: cells.weight ? Number(cells.weight) : null,
    overall: cells.overall ? cells.overall : cells.missing_reason === 'na' ? 'na' : null,
  }))
}

/** The opinions of one wave in the file; null if it has none of that year. */
export function countRespondents(respondents: readonly Respondent[], year: number): CountedWave | null {
  const opinions = respondents.filter(
    (respondent) => respondent.year === year && respondent.overall !== null && respondent.overall !== 'na',
  )
  if (opinions.length === 0) return null
  const satisfied = (group: readonly Respondent[]) => group.filter(({ overall }) => Number(overall) >= 4).length
  const weights = [...new Set(opinions.map(({ weight }) => weight))]
  const weighed = weights.map((weight) => {
    const alike = opinions.filter((opinion) => opinion.weight === weight)
    return { weight: weight ?? 0, n: alike.length, x: satisfied(alike) }
  })
  return {
    satisfied: { numerator: satisfied(opinions), denominator: opinions.length },
    weighed: weights.includes(null) ? null : weighed,
  }
}
