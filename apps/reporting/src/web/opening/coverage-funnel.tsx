import type { Coverage } from '@wayproof/survey/sampling/coverage'
import { Waterfall, type WaterfallStep } from '../glyphs/waterfall.tsx'
import { useLanguage } from '../language.tsx'
import { coverageSteps } from './coverage-steps.ts'

interface CoverageFunnelProps {
  readonly coverage: Coverage
  /** The number of travelers who are invited. */
  readonly last: WaterfallStep
}

/** Shows how many travelers are registered, why others cannot be invited, and how many are. */
export function CoverageFunnel({ coverage, last }: CoverageFunnelProps) {
  const text = useLanguage().words.reporting.wavePages.progress.coverage
  return <Waterfall steps={coverageSteps(coverage, last, text)} />
}
