import type { Messages } from '@wayproof/messages/en'
import { COVERAGE_STEPS, type Coverage } from '@wayproof/survey/sampling/coverage'
import type { WaterfallStep } from '../glyphs/waterfall.tsx'

/** Lists the registered, the losses by reason, the eligible, and the invited. A reason without a loss is left out. */
export function coverageSteps(
  coverage: Coverage,
  last: WaterfallStep,
  text: Messages['reporting']['wavePages']['progress']['coverage'],
): readonly WaterfallStep[] {
  const losses = COVERAGE_STEPS.flatMap((step, at): readonly WaterfallStep[] => {
    const before = COVERAGE_STEPS[at - 1]
    if (step === 'registered' || before === undefined) return []
    const lost = coverage[before] - coverage[step]
    return lost === 0 ? [] : [{ label: text.left[step], count: lost, isLoss: true }]
  })
  return [
    { label: text.registered, count: coverage.registered },
    ...losses,
    { label: text.eligible, count: coverage['within-budget'] },
    last,
  ]
}
