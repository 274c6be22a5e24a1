import type { Wave } from '@wayproof/survey/waves/wave'
import type { ReactNode } from 'react'
import { PageHead } from '../components/page-head.tsx'
import { useLanguage } from '../language.tsx'
import { type WavePart, WaveTabs, waveTrail } from './wave-tabs.tsx'

interface WaveHeadProps {
  readonly wave: Pick<Wave, 'period' | 'status'>
  /** The sentence that sums up the page. */
  readonly title: string
  readonly lead: string
  readonly part: WavePart
  readonly children?: ReactNode
}

/** Opens each page of a wave: its sentence, then the other parts of the wave. */
export function WaveHead({ wave, title, lead, part: current, children }: WaveHeadProps) {
  const { locale, words } = useLanguage()
  const part = words.reporting.wavePages.tabs[current]
  return (
    <>
      <PageHead title={title} lead={lead} trail={[...waveTrail(wave.period, locale), part]}>
        {children}
      </PageHead>
      <WaveTabs period={wave.period} status={wave.status} />
    </>
  )
}
