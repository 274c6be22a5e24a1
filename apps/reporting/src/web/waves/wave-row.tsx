import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { periodName } from '@wayproof/messages/date-format'
import { verdictValue } from '@wayproof/messages/goal-value'
import { count, ratePercent } from '@wayproof/messages/number-format'
import { shapeOf } from '@wayproof/scorecard/claims/verdict-shape'
import type { Wave } from '@wayproof/survey/waves/wave'
import { trpc } from '../api.ts'
import { StateMark } from '../components/state-mark.tsx'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'
import { displayStatus } from './display-status.ts'
import { isHalfYear } from './wave-to-show.ts'

interface WaveRowProps {
  readonly wave: Wave
  readonly isChosen: boolean
}

/** Shows one wave of the list: who answered, and the result if it has one. */
export function WaveRow({ wave, isChosen }: WaveRowProps) {
  const { locale, words } = useLanguage()
  const { dayOf } = useOrganisationDays()
  const { columns, later } = words.reporting.wavePages.list
  const { none } = words.reporting.shell
  const { period, status } = wave
  const funnel = useQuery(trpc.wave.funnel.queryOptions({ period })).data
  const rate =
    funnel && funnel.answered !== null ? ratePercent({ numerator: funnel.answered, denominator: funnel.invited }) : null
  return (
    <tr>
      <th scope="row">
        <Link
          to={status === 'unlinked' ? '/waves/results' : '/waves/progress'}
          search={{ period }}
          aria-current={isChosen ? 'true' : undefined}
        >
          {periodName(period, locale)}
        </Link>
      </th>
      <td data-label={columns.status}>{words.reporting.waves.status[displayStatus(wave)]}</td>
      <td data-label={columns.invited}>{funnel ? count(funnel.invited, locale) : none}</td>
      <td data-label={columns.answered}>{rate ?? none}</td>
      <td data-label={columns.result}>
        {status === 'open' ? later : isHalfYear(period) ? <Result period={period} /> : none}
      </td>
      <td data-label={columns.closes} data-whole>
        {dayOf(wave.closesAt - 1)}
      </td>
    </tr>
  )
}

function Result({ period }: Pick<Wave, 'period'>) {
  const { locale, words } = useLanguage()
  const scorecard = useQuery(trpc.scorecard.forPeriod.queryOptions({ period })).data
  const verdict = scorecard?.verdicts.find(({ goal }) => goal === 'customer-satisfaction')
  const value = verdict ? verdictValue(verdict, locale) : null
  if (!verdict || value === null) return words.reporting.shell.none
  return (
    <StateMark
      shape={shapeOf(verdict)}
      label={words.reporting.shell.labelled(value, words.scorecard.claims.verdict(verdict))}
    />
  )
}
