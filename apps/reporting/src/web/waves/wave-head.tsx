import { Link } from '@tanstack/react-router'
import type { Wave } from '@wayproof/survey'
import type { ReactNode } from 'react'
import { PageHead } from '../components/page-head.tsx'
import { useLanguage } from '../language.tsx'
import { WaveTabs } from './wave-tabs.tsx'

interface WaveHeadProps {
  readonly wave: Pick<Wave, 'period' | 'status'>
  /** The sentence that sums up the page. */
  readonly title: string
  readonly lead: string
  readonly children?: ReactNode
}

/** Opens each page of a wave: its sentence, then the other parts of the wave. */
export function WaveHead({ wave, title, lead, children }: WaveHeadProps) {
  const { shell } = useLanguage().words.reporting
  return (
    <>
      <PageHead
        title={title}
        lead={lead}
        breadcrumb={
          <Link to="/waves" search={{ period: wave.period }}>
            {shell.waves}
          </Link>
        }
      >
        {children}
      </PageHead>
      <WaveTabs period={wave.period} status={wave.status} />
    </>
  )
}
