import { COVERAGE_STEPS, type Coverage } from '@wayproof/survey'
import { FunnelBars, type FunnelStep } from '../glyphs/funnel-bars.tsx'
import { useLanguage } from '../language.tsx'

interface CoverageFunnelProps {
  readonly coverage: Coverage
  /** The number of travelers who are invited. */
  readonly last: FunnelStep
}

/** Shows how many travelers are registered, eligible and invited. */
export function CoverageFunnel({ coverage, last }: CoverageFunnelProps) {
  const text = useLanguage().words.reporting.waves.coverage
  return (
    <FunnelBars steps={[...COVERAGE_STEPS.map((step) => ({ label: text.steps[step], count: coverage[step] })), last]} />
  )
}
