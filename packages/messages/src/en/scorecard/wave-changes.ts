import type { Change, ShareChange, WaveComparison } from '@wayproof/scorecard'
import { periodName } from '../../date-format.ts'
import { pointsUp, sharePoints } from '../../goal-value.ts'
import { points } from '../../number-format.ts'
import { likelihood } from './likelihood.ts'

const since = (period: string) => `the ${periodName(period, 'en')}`

/** "+0.4 to +6.1 points". */
const between = ({ lower, upper }: { readonly lower: number; readonly upper: number }): string =>
  `${points(lower, 'en').replace(/\s.*$/, '')} to ${points(upper, 'en')}`

/** The change of satisfaction in one line; null if there is no earlier wave. */
function line(change: Change): string | null {
  const { from, to, p, interval, detectable, broken } = change
  if (broken) return 'Not comparable with the previous half-year: the question was asked differently.'
  if (from === null || to === null || p === null) return null
  const range = interval ? ` (95% interval ${between(interval)})` : ''
  return `vs. the previous half-year: ${sharePoints(from, to, 'en')}${range}, ${likelihood({ p, detectable })}.`
}

function compared({ period, change }: WaveComparison): string {
  const deciding = change && (change.weighted ?? change.unweighted)
  if (!deciding || deciding.difference === null || deciding.p === null)
    return `No comparable figure for ${since(period)}.`
  const { before, after, difference, p, detectable } = deciding
  const by = before === null || after === null ? points(difference, 'en') : sharePoints(before, after, 'en')
  const chance = { p, detectable: difference < 0 ? detectable.fall : detectable.rise }
  return `vs. ${since(period)}: ${by}, ${likelihood(chance)}.`
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
    interval: '95% interval',
    p: 'p',
    seen: 'Smallest detectable change',
  },
  weighted: 'weighted',
  counted: 'unweighted',
  between,
  seen: ({ rise, fall }: ShareChange['detectable']) =>
    [...(rise === null ? [] : [`+${pointsUp(rise)}`]), ...(fall === null ? [] : [`\u2212${pointsUp(fall)}`])].join(
      ' or ',
    ) || '–',
  help: 'The weighted change decides; the unweighted one shows whether only the weights moved. Weighted: z-test. Unweighted: Fisher’s exact test and Newcombe’s interval. Smallest detectable change: found in 80% of waves of this size. Comparing with the same half of last year removes the season.',
}
