import { Link } from '@tanstack/react-router'
import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import { day, periodName } from '@wayproof/messages/date-format'
import { PageHead } from '../components/page-head.tsx'
import { Panel } from '../components/panel.tsx'
import { StatusShape } from '../glyphs/status-shape.tsx'
import { useLanguage } from '../language.tsx'
import styles from './opening.module.css'

export interface OpenedWave {
  readonly period: PeriodKey
  readonly invitations: number
  readonly closesOn: CalendarDate
}

/** Says that another officer must open the wave; stays until the reader leaves the page. */
export function OpenedPanel({ wave: { period, invitations, closesOn } }: { readonly wave: OpenedWave }) {
  const { locale, words } = useLanguage()
  const text = words.reporting.wavePages.opening
  return (
    <>
      <PageHead title={text.doneTitle(periodName(period, locale))} trail={[text.title]} />
      <Panel title={words.reporting.wavePages.progress.next.title}>
        <p className={styles.opened} role="status">
          <StatusShape shape="unknown" label="" size={24} />
          <span>{text.done(invitations, day(closesOn, locale))}</span>
        </p>
        <Link to="/approvals">{text.toApprovals}</Link>
      </Panel>
    </>
  )
}
