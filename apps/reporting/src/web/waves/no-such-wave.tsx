import { Link } from '@tanstack/react-router'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import { periodName } from '@wayproof/messages/date-format'
import { Note } from '../components/note.tsx'
import { useLanguage } from '../language.tsx'

interface NoSuchWaveProps {
  readonly period: PeriodKey
  readonly newest: PeriodKey | null
}

/** Shown when the address names a half-year without a wave. */
export function NoSuchWave({ period, newest }: NoSuchWaveProps) {
  const { locale, words } = useLanguage()
  const text = words.reporting.waves
  return (
    <Note>
      {text.noneOf(periodName(period, locale))}{' '}
      {newest ? (
        <Link to="/waves/progress" search={{ period: newest }}>
          {text.toNewest(periodName(newest, locale))}
        </Link>
      ) : null}
    </Note>
  )
}
