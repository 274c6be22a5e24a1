import { readFileSync } from 'node:fs'
import type { Share } from '@wayproof/kernel/share'
import { countRespondents, readRespondents } from './respondents.ts'
import { type WaveChange, waveChange } from './wave-change.ts'

/** A wave compared with the one of the year before. Null if the file has none. */
export interface ChangeFigures {
  readonly from: number | null
  readonly to: number
  readonly unweighted: WaveChange['unweighted'] | null
  /** Null if either wave has no weights. */
  readonly weighted: WaveChange['weighted']
}

/**
 * How satisfaction changed. The product counts replayed answers; the previous wave and the weights come from the file,
 * because anonymous answers have none.
 */
export function changeFigures(
  file: string,
  replayed: readonly { readonly year: number; readonly n: number; readonly top2: number }[],
): readonly ChangeFigures[] {
  const respondents = readRespondents(readFileSync(file, 'utf8'))
  const shareByYear = new Map<number, Share>(
    replayed.map(({ year, n, top2 }) => [year, { numerator: top2, denominator: n }]),
  )
  const waveOf = (year: number) => {
    const wave = countRespondents(respondents, year)
    return wave && { ...wave, satisfied: shareByYear.get(year) ?? wave.satisfied }
  }
  return replayed.map(({ year }) => {
    const [before, after] = [waveOf(year - 1), waveOf(year)]
    if (!before || !after) return { from: null, to: year, unweighted: null, weighted: null }
    return { from: year - 1, to: year, ...waveChange(before, after) }
  })
}
