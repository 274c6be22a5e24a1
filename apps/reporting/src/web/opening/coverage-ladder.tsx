import { COVERAGE_STEPS, type Coverage } from '@wayproof/survey'
import { Ladder, type Rung } from '../glyphs/ladder.tsx'
import { useLanguage } from '../language.tsx'

interface CoverageLadderProps {
  readonly coverage: Coverage
  /** The number of travelers who are invited. */
  readonly last: Rung
}

/** Shows how many travelers are registered, eligible and invited. */
export function CoverageLadder({ coverage, last }: CoverageLadderProps) {
  const text = useLanguage().words.reporting.waves.coverage
  return (
    <Ladder rungs={[...COVERAGE_STEPS.map((step) => ({ label: text.steps[step], count: coverage[step] })), last]} />
  )
}
