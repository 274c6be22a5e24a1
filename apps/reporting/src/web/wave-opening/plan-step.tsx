import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import { count, ratePercent } from '@wayproof/messages/number-format'
import type { WavePreview } from '@wayproof/survey/opening/preview-wave'
import type { Coverage } from '@wayproof/survey/sampling/coverage'
import { ColumnHeads } from '../components/column-heads.tsx'
import ui from '../components/components.module.css'
import { Note } from '../components/note.tsx'
import { Panel } from '../components/panel.tsx'
import { RelativeMoment } from '../components/relative-moment.tsx'
import { WideTable } from '../components/wide-table.tsx'
import { Form } from '../forms/form.tsx'
import { Waterfall, type WaterfallStep } from '../glyphs/waterfall.tsx'
import { useLanguage } from '../language.tsx'
import { coverageSteps } from '../opening/coverage-steps.ts'
import { MissingRequirements } from '../opening/missing-requirements.tsx'
import { SampleCalculator } from '../opening/sample-calculator.tsx'
import { WaveForm } from '../opening/wave-form.tsx'
import { closesInTime, invitationCount, invitesTooFew, type WavePlan } from '../opening/wave-plan.ts'
import { useOrganisationDays } from '../organisation-day.ts'
import styles from './opening.module.css'
import { StepFooter } from './step-frame.tsx'

interface PlanStepProps {
  readonly plan: WavePlan
  readonly periods: readonly PeriodKey[]
  readonly preview: WavePreview
  readonly onChange: (plan: WavePlan) => void
  readonly onNext: () => void
}

/** Chooses whom to ask and until when; shows who would be invited, and what prevents the opening. */
export function PlanStep({ plan, periods, preview, onChange, onNext }: PlanStepProps) {
  const { words } = useLanguage()
  const { today } = useOrganisationDays()
  const text = words.reporting.waves.open
  const { willBeInvited } = words.reporting.wavePages.progress.coverage
  const { eligible, coverage, lacking: missingRequirements, lastResponseRate, smallestWave } = preview
  const invitations = invitationCount(plan, eligible)
  const isTooFew = invitesTooFew(invitations, smallestWave)
  const faults = {
    size: invitations === null ? text.chooseSize : null,
    closesOn: closesInTime(plan, today) ? null : text.chooseDay,
  }
  return (
    <Form isPassing onSubmit={onNext}>
      <div className={styles.columns}>
        <div className={ui.stack}>
          <WaveForm plan={plan} periods={periods} faults={faults} onChange={onChange} />
          <p className={ui.soft}>{eligible === 0 ? text.nobody : text.preview(eligible, invitations)}</p>
          {isTooFew && invitations !== null ? (
            <Note tone="caution">{text.tooFew(invitations, smallestWave)}</Note>
          ) : null}
          <SampleCalculator
            key={plan.period}
            eligible={eligible}
            invitations={invitations}
            lastResponseRate={lastResponseRate}
          />
          <MissingRequirements requirements={missingRequirements} />
        </div>
        <CoverageFunnel coverage={coverage} last={{ label: willBeInvited, count: invitations }} />
      </div>
      <StepFooter disabled={eligible === 0 || isTooFew} />
      <ProvenancePanel provenance={preview.provenance} eligible={eligible} />
    </Form>
  )
}

interface CoverageFunnelProps {
  readonly coverage: Coverage
  /** The number of travelers who are invited. */
  readonly last: WaterfallStep
}

/** Shows how many travelers are registered, why others cannot be invited, and how many are. */
function CoverageFunnel({ coverage, last }: CoverageFunnelProps) {
  const text = useLanguage().words.reporting.wavePages.progress.coverage
  return <Waterfall steps={coverageSteps(coverage, last, text)} />
}

/** Shows who imported the travelers of a wave, and whether many of them share a mailbox domain. */
function ProvenancePanel({ provenance, eligible }: Pick<WavePreview, 'provenance' | 'eligible'>) {
  const { locale, words } = useLanguage()
  const text = words.reporting.wavePages.opening.provenance
  const { importers, largestDomain, publicDomains, unknownDomains } = provenance
  const share = (people: number) => ratePercent({ numerator: people, denominator: eligible }) ?? ''
  if (eligible === 0) return null
  return (
    <Panel title={text.title}>
      <WideTable caption={text.title} isStacked>
        <ColumnHeads columns={['by', 'travelers', 'imports', 'last']} names={text.columns} numbers={['travelers']} />
        <tbody>
          {importers.map(({ by, byKey, travelers, imports, lastAt }) => (
            <tr key={`${byKey} ${by}`}>
              <th scope="row" translate="no">
                {by}
                {byKey ? <span className={ui.below}>{text.system}</span> : null}
              </th>
              <td data-label={text.columns.travelers} data-number>
                {text.of(count(travelers, locale), share(travelers))}
              </td>
              <td data-label={text.columns.imports}>{count(imports, locale)}</td>
              <td data-label={text.columns.last}>
                <RelativeMoment at={lastAt} />
              </td>
            </tr>
          ))}
        </tbody>
      </WideTable>
      <p className={ui.soft}>
        {largestDomain > 0 ? text.domain(largestDomain, share(largestDomain)) : text.noDomain}{' '}
        {publicDomains > 0 ? text.publicDomains(publicDomains, share(publicDomains)) : null}{' '}
        {unknownDomains > 0 ? text.unknownDomains(unknownDomains) : null}
      </p>
      <p className={ui.soft}>{text.hint}</p>
    </Panel>
  )
}
