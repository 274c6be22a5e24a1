import type { Change } from '@wayproof/scorecard/change/change'
import type { WaveComparison } from '@wayproof/scorecard/change/compare-waves'
import type { ShareChange } from '@wayproof/scorecard/claims/share-change'
import type { Interval } from '@wayproof/scorecard/verdict'
import { periodName } from '../../date-format.ts'
import { pointsUp, sharePoints } from '../../goal-value.ts'
import { points } from '../../number-format.ts'
import { claims } from './claims.ts'

const since = (period: string) => `the ${periodName(period, 'en')}`

/** "+0.4 to +6.1 points". */
const between = ({ lower, upper }: { readonly lower: number; readonly upper: number }): string =>
  `${points(lower, 'en').replace(/\s.*$/, '')} to ${points(upper, 'en')}`

/** "98% interval": claims of one wave share the chance of a false one. */
const level = ({ level }: Interval): string => `${Math.round(level * 100)}% interval`

/** The change of satisfaction in one line; null if there is no earlier wave. */
function line(change: Change): string | null {
  const { from, to, interval, broken } = change
  const firm = claims.change(change)
  if (broken) return 'Not comparable with the previous half-year: the question was asked differently.'
  if (from === null || to === null || firm === null) return null
  const range = interval ? ` (${level(interval)} ${between(interval)})` : ''
  return `vs. the previous half-year: ${sharePoints(from, to, 'en')}${range}, ${firm}.`
}

function compared({ period, change }: WaveComparison): string {
  const deciding = change && (change.weighted ?? change.unweighted)
  if (!deciding) return `No comparable figure for ${since(period)}.`
  const { before, after, difference, strength, detectable } = deciding
  const firm = claims.change({ strength, detectable: difference < 0 ? detectable.fall : detectable.rise })
  return `vs. ${since(period)}: ${sharePoints(before, after, 'en')}, ${firm}.`
}

export const waveChanges = {
  title: 'Change between waves',
  line,
  compared,
  broken: (period: string, why: string) => `Not comparable with ${since(period)}: ${why}.`,
  caption: 'Change of satisfaction from earlier waves, weighted and unweighted',
  columns: {
    since: 'Compared with',
    share: 'Share',
    difference: 'Change',
    interval: 'Interval',
    strength: 'Result',
    seen: 'Found by 80 of 100 waves',
  },
  weighted: 'weighted',
  counted: 'unweighted',
  between: (interval: Interval) => `${between(interval)} (${Math.round(interval.level * 100)}%)`,
  seen: ({ rise, fall }: ShareChange['detectable']) =>
    [...(rise === null ? [] : [`+${pointsUp(rise)}`]), ...(fall === null ? [] : [`\u2212${pointsUp(fall)}`])].join(
      ' or ',
    ) || '–',
  help: 'The weighted change decides; the unweighted one shows whether only the weights moved. Newcombe’s intervals of the published shares, widened by their rounding: 98% since the last wave, 99% since the same half of last year, so that at most 5% of unchanged waves claim any change. Comparing with the same half of last year removes the season.',
}
