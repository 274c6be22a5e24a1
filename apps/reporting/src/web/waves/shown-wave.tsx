import { useQuery } from '@tanstack/react-query'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import { periodName } from '@wayproof/messages/date-format'
import type { Wave } from '@wayproof/survey/waves/wave'
import type { ReactNode } from 'react'
import { trpc } from '../api.ts'
import { FaultPanel } from '../components/fault-panel.tsx'
import { Loading } from '../components/loading.tsx'
import { PageHead } from '../components/page-head.tsx'
import { useLanguage } from '../language.tsx'
import { NoSuchWave } from './no-such-wave.tsx'
import { waveBefore, waveToShow } from './wave-to-show.ts'

interface ShownWaveProps {
  /** The half-year of the address. */
  readonly period: PeriodKey | undefined
  readonly children: (wave: Wave, before: Wave | null) => ReactNode
}

/** Finds the wave of the address and the one before it, or says that there is none. */
export function ShownWave({ period, children }: ShownWaveProps) {
  const { locale, words } = useLanguage()
  const { waves: text, shell } = words.reporting
  const waves = useQuery(trpc.wave.list.queryOptions())
  if (waves.isLoadingError) return <FaultPanel error={waves.error} onAgain={() => void waves.refetch()} />
  if (!waves.data) return <Loading heights={[56, 48, 64, 320]} />
  const newestFirst = [...waves.data].sort((a, b) => (a.period < b.period ? 1 : -1))
  const wave = waveToShow(newestFirst, period)
  if (wave) return <div key={wave.period}>{children(wave, waveBefore(newestFirst, wave))}</div>
  return (
    <>
      <PageHead
        title={period ? shell.asLabel(text.noneOf(periodName(period, locale))) : text.title(null, null)}
        lead={text.lead}
      />
      {period ? <NoSuchWave period={period} newest={newestFirst[0]?.period ?? null} /> : null}
    </>
  )
}
