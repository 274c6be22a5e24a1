import { useSuspenseQuery } from '@tanstack/react-query'
import type { Share } from '@wayproof/kernel/share'
import { percent } from '@wayproof/messages/number-format'
import { fewestSatisfied, type SampleNeed, sampleNeed } from '@wayproof/scorecard/satisfaction/satisfaction-sample'
import { useState } from 'react'
import { trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { TextField } from '../forms/text-field.tsx'
import { useLanguage } from '../language.tsx'
import styles from '../waves/waves.module.css'

const RATE_BEFORE_THE_FIRST = '20'

interface SampleCalculatorProps {
  readonly eligible: number
  /** The number of invitations in the plan; null while the plan is incomplete. */
  readonly invitations: number | null
  readonly lastResponseRate: Share | null
}

/** Computes the sample size for a margin of error, and what the current plan could prove. */
export function SampleCalculator({ eligible, invitations, lastResponseRate }: SampleCalculatorProps) {
  const { words } = useLanguage()
  const text = words.reporting.waves.calculator
  const [population, setPopulation] = useState(String(eligible))
  const [margin, setMargin] = useState('3')
  const [rate, setRate] = useState(() => percentTyped(lastResponseRate))
  const { settings } = useSuspenseQuery(trpc.rules.list.queryOptions()).data
  const percentage = settings.find(({ id }) => id === 'satisfaction-target')?.value ?? 100
  const target = words.reporting.rules.units.percent(percentage)
  const aim = percentage / 100
  const need = needOf({ population, margin, rate }, aim)
  const outlook = invitations === null ? null : outlookOf(invitations, rate, aim)
  const fields = [
    ['population', population, setPopulation],
    ['margin', margin, setMargin],
    ['rate', rate, setRate],
  ] as const
  return (
    <details className={styles.calculator}>
      <summary>{text.title}</summary>
      <div className={styles.form}>
        {fields.map(([field, value, set]) => (
          <TextField
            key={field}
            inputMode="decimal"
            label={text[field]}
            value={value}
            onChange={({ currentTarget }) => set(currentTarget.value)}
          />
        ))}
      </div>
      <div className={ui.soft} aria-live="polite">
        <p>{need ? text.need(need.completes, need.invitations) : text.unreadable}</p>
        {need && need.invitations > Number(population) ? <p>{text.tooFew}</p> : null}
        {outlook ? (
          <p>
            {outlook.satisfied === null
              ? text.provesNothing(outlook.answers, target)
              : text.proves(outlook.answers, outlook.satisfied, shareUp(outlook.satisfied, outlook.answers), target)}
          </p>
        ) : null}
      </div>
    </details>
  )
}

/** Rounds up, because a required share must not look smaller than it is. */
const shareUp = (satisfied: number, answers: number): string =>
  percent(Math.ceil((satisfied / answers) * 1000 - 1e-9) / 1000)

function percentTyped(rate: Share | null): string {
  const percent = rate && rate.denominator > 0 ? Math.floor((rate.numerator * 100) / rate.denominator) : 0
  return percent > 0 ? String(percent) : RATE_BEFORE_THE_FIRST
}

/** The calculator's raw input: people, percentage points, percent. */
interface SampleInput {
  readonly population: string
  readonly margin: string
  readonly rate: string
}

const parseWholeNumber = (text: string): number | null => (/^[1-9]\d{0,8}$/.test(text.trim()) ? Number(text) : null)

/** Parses a percentage above 0 and up to `maximum`, with at most one decimal, as a share of 1; null for anything else. */
function shareOf(text: string, maximum: number): number | null {
  if (!/^\d{1,3}([.,]\d)?$/.test(text.trim())) return null
  const value = Number(text.trim().replace(',', '.'))
  return value > 0 && value <= maximum ? value / 100 : null
}

const MARGIN_AT_MOST = 50

/** Null while a field is invalid. */
export function needOf({ population, margin, rate }: SampleInput, target?: number): SampleNeed | null {
  const [people, wide, responseRate] = [
    parseWholeNumber(population),
    shareOf(margin, MARGIN_AT_MOST),
    shareOf(rate, 100),
  ]
  return people && wide && responseRate
    ? sampleNeed({ population: people, margin: wide, responseRate, ...(target !== undefined && { target }) })
    : null
}

interface Outlook {
  readonly answers: number
  /** How many must be satisfied to prove the target; null if even all of them do not suffice. */
  readonly satisfied: number | null
}

/**
 * Estimates what the answers to `invitedCount` invitations could prove at the given response rate; null while it is
 * invalid.
 */
export function outlookOf(invitedCount: number, rate: string, target?: number): Outlook | null {
  const responseRate = shareOf(rate, 100)
  if (responseRate === null) return null
  const answers = Math.floor(invitedCount * responseRate + 1e-9)
  return { answers, satisfied: fewestSatisfied(answers, target) }
}
