import { count } from '@wayproof/messages/number-format'
import type { Funnel } from '@wayproof/survey/waves/wave'
import { ChartPanel } from '../chart-panel/chart-panel.tsx'
import { Waterfall } from '../glyphs/waterfall.tsx'
import { useLanguage } from '../language.tsx'
import { coverageSteps } from '../opening/coverage-steps.ts'

/** Shows who could not be invited at the opening, and why. */
export function CoveragePanel({ funnel: { coverage, invited, wave } }: { readonly funnel: Funnel }) {
  const { locale, words } = useLanguage()
  const text = words.reporting.wavePages.progress.coverage
  const last = { label: wave.mode === 'census' ? text.invited : text.sampled, count: invited }
  const steps = coverageSteps(coverage, last, text)
  return (
    <ChartPanel
      title={text.title}
      caption={text.caption}
      columns={[text.columns.step, text.columns.people]}
      rows={steps.map(({ label, count: people, isLoss }) => [
        label,
        people === null ? words.reporting.shell.none : `${isLoss ? '\u2212' : ''}${count(people, locale)}`,
      ])}
    >
      <Waterfall steps={steps} />
    </ChartPanel>
  )
}
