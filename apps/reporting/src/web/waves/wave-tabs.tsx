import { Link, type LinkProps } from '@tanstack/react-router'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { Locale } from '@wayproof/kernel/people/locale'
import { shortPeriod } from '@wayproof/messages/date-format'
import type { WaveStatus } from '@wayproof/survey/waves/wave'
import type { ReactNode } from 'react'
import { useLanguage } from '../language.tsx'
import styles from '../tabs/tabs.module.css'

interface WaveTabsProps {
  readonly period: PeriodKey
  /** Null if it is not known: no tab then says when it opens. */
  readonly status: WaveStatus | null
}

const PARTS = [
  ['progress', '/waves/progress'],
  ['results', '/waves/results'],
  ['comments', '/waves/comments'],
  ['method', '/waves/method-report'],
  ['letters', '/waves/letters'],
] as const

export type WavePart = (typeof PARTS)[number][0]

/** The crumb of a wave, between the list of waves and one of its parts. */
export const waveTrail = (period: PeriodKey, locale: Locale): readonly ReactNode[] => [
  <Link key={period} to="/waves/progress" search={{ period }}>
    {shortPeriod(period, locale)}
  </Link>,
]

/** The parts of a wave. Results and comments say when they can be read. */
export function WaveTabs({ period, status }: WaveTabsProps) {
  const text = useLanguage().words.reporting.wavePages
  const note = status === 'open' ? text.later : status === 'closed' ? text.soon : null
  return (
    <Tabs
      label={text.parts}
      tabs={PARTS.map(([part, to]) => ({
        label: text.tabs[part],
        note: part === 'results' || part === 'comments' ? note : null,
        to,
        search: { period },
      }))}
    />
  )
}

interface Tab extends Pick<LinkProps, 'to' | 'params' | 'search'> {
  readonly label: string
  /** Stands small beside the label: a count, or when the tab opens. */
  readonly note?: string | null
}

interface TabsProps {
  /** Names the navigation for screen readers. */
  readonly label: string
  readonly tabs: readonly Tab[]
  /** Set it where tabs differ by the query of the address and share its path. */
  readonly isBySearch?: boolean
}

/** The parts of one subject, each with its own address; the router marks the current one with `aria-current`. */
function Tabs({ label: name, tabs, isBySearch = false }: TabsProps) {
  return (
    <nav className={styles.tabs} aria-label={name}>
      {tabs.map(({ label, note, ...link }) => (
        <Link
          key={label}
          {...link}
          className={styles.tab}
          activeOptions={{ exact: true, includeSearch: isBySearch }}
          resetScroll={false}
        >
          {label}
          {note ? <small className={styles.note}>{note}</small> : null}
        </Link>
      ))}
    </nav>
  )
}
