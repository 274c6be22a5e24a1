import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useRouterState, useSearch } from '@tanstack/react-router'
import { periodName } from '@wayproof/messages/date-format'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { trpc } from '../api.ts'
import { useLanguage } from '../language.tsx'
import styles from './half-year-control.module.css'
import { inHalfYear, shownHalfYear } from './shown-half-year.ts'

/** Chooses the half-year of every page: it is part of the address, and links carry it on. */
export function HalfYearControl() {
  const { locale, words } = useLanguage()
  const { period: searched } = useSearch({ strict: false })
  const path = useRouterState({ select: ({ location }) => location.pathname })
  const navigate = useNavigate()
  const { data } = useQuery(trpc.scorecard.periods.queryOptions())
  if (!data) return <div className={styles.control} />
  const halfYear = shownHalfYear(path, searched, data)
  const options = data.available.includes(halfYear) ? data.available : [...data.available, halfYear].sort().reverse()
  const at = options.indexOf(halfYear)
  const { shell } = words.reporting
  return (
    <nav className={styles.control} aria-label={words.reporting.goal.trend.period}>
      <Step to={options[at + 1]} label={shell.earlier}>
        <ChevronLeft size={16} aria-hidden="true" />
      </Step>
      <select
        className={styles.select}
        aria-label={words.reporting.goal.trend.period}
        value={halfYear}
        onChange={({ currentTarget: { value } }) => void navigate({ to: '.', search: inHalfYear(value) })}
      >
        {options.map((option) => (
          <option key={option} value={option}>
            {shell.asLabel(periodName(option, locale))}
          </option>
        ))}
      </select>
      <Step to={options[at - 1]} label={shell.later}>
        <ChevronRight size={16} aria-hidden="true" />
      </Step>
    </nav>
  )
}

interface StepProps {
  readonly to: string | undefined
  readonly label: string
  readonly children: ReactNode
}

function Step({ to, label, children }: StepProps) {
  if (to === undefined)
    return (
      <span className={styles.step} aria-disabled="true" aria-label={label} role="img">
        {children}
      </span>
    )
  return (
    <Link to="." search={inHalfYear(to)} className={styles.step} aria-label={label}>
      {children}
    </Link>
  )
}
