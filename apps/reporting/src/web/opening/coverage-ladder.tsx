import { COVERAGE_STEPS, type Coverage } from '@wayproof/survey'
import { Ladder, type Rung } from '../glyphs/ladder.tsx'
import { useLanguage } from '../language.tsx'

interface CoverageLadderProps {
  readonly coverage: Coverage
  /** How many of the last step are asked. */
  readonly last: Rung
}

/** From everybody in the register down to those who are asked. */
export function CoverageLadder({ coverage, last }: CoverageLadderProps) {
  const text = useLanguage().words.reporting.waves.coverage
  return (
    <Ladder rungs={[...COVERAGE_STEPS.map((step) => ({ label: text.steps[step], count: coverage[step] })), last]} />
  )
}
