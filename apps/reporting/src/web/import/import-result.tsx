import { REGISTER_IDS } from '@wayproof/evidence/register'
import { count } from '@wayproof/messages/number-format'
import ui from '../components/components.module.css'
import { Facts } from '../components/facts.tsx'
import { Panel } from '../components/panel.tsx'
import { Verbatim } from '../components/verbatim.tsx'
import { MadeRepairs } from '../import-repairs/made-repairs.tsx'
import { useLanguage } from '../language.tsx'
import { FewTravelersNote } from './few-travelers-note.tsx'
import { FirstRows } from './first-rows.tsx'
import { GoalEffects } from './goal-effects.tsx'
import styles from './import.module.css'
import { ImportCautions } from './import-cautions.tsx'
import { ImportPreview } from './import-preview.tsx'
import type { RefusedFile as Refusal } from './read-fault.ts'
import { RefusedFile } from './refused-file.tsx'
import { TravelerGroups } from './traveler-groups.tsx'
import type { Upload } from './upload-register.ts'
import type { ImportSteps } from './use-import.ts'

interface ImportResultProps {
  readonly register: string
  readonly result: Upload
  readonly refusal: Refusal | null
  readonly steps: Pick<ImportSteps, 'acceptDays' | 'hasAcceptedDays' | 'mayRepair' | 'repair' | 'withoutRepair'>
}

/** Shows what an import would change, or the errors in its rows. */
export function ImportResult({ register, result, refusal, steps }: ImportResultProps) {
  const { locale, words } = useLanguage()
  const text = words.reporting.registers
  const id = REGISTER_IDS.find((registerId) => registerId === register)
  if (!result.ok)
    return refusal ? (
      <RefusedFile {...refusal} onAccept={steps.acceptDays} onRepair={steps.repair} mayRepair={steps.mayRepair} />
    ) : null
  return (
    <>
      {steps.hasAcceptedDays ? <p className={ui.note}>{text.acceptedDays}</p> : null}
      <MadeRepairs repairs={result.repairs} onRemove={steps.withoutRepair} />
      {result.numberColumns.length > 0 ? (
        <p className={ui.note} data-tone="caution">
          {text.numberColumns(result.numberColumns)}
        </p>
      ) : null}
      {result.absentColumns.length > 0 ? (
        <p className={ui.note} data-tone="caution">
          {text.absentColumns} <Verbatim>{result.absentColumns.join(', ')}</Verbatim>
        </p>
      ) : null}
      {result.offRoster.total > 0 ? (
        <p className={ui.note} data-tone="caution">
          {text.offRoster(result.offRoster.total)} <Verbatim>{result.offRoster.numbers.join(', ')}</Verbatim>
        </p>
      ) : null}
      {result.found ? <FewTravelersNote added={new Map(result.counts).get('added') ?? 0} /> : null}
      {id ? <ImportCautions register={id} preview={result.preview} /> : null}
      <GoalEffects effects={result.goals} />
      <Panel title={words.reporting.imports.preview}>
        <Facts
          className={styles.counts}
          facts={result.counts.map(([name, value]) => [text.report[name] ?? name, count(value, locale)] as const)}
        />
        {result.found ? <TravelerGroups foundValues={result.found} otherLanguages={result.otherLanguages} /> : null}
        {id && result.preview.length > 0 ? (
          <details className={styles.changes}>
            <summary>{text.changes}</summary>
            <ImportPreview register={id} preview={result.preview} rows={result.rows} />
          </details>
        ) : null}
      </Panel>
      {id && result.preview.length > 0 ? <FirstRows register={id} preview={result.preview} /> : null}
    </>
  )
}
