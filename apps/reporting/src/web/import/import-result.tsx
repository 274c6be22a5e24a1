import { useQuery } from '@tanstack/react-query'
import type { MadeRepair } from '@wayproof/evidence/checks/propose-repairs'
import type { PreviewRow } from '@wayproof/evidence/ports'
import { REGISTER_IDS, type RegisterId, registers } from '@wayproof/evidence/register'
import { periodName } from '@wayproof/messages/date-format'
import { verdictValue } from '@wayproof/messages/goal-value'
import { count } from '@wayproof/messages/number-format'
import { RULES } from '@wayproof/scorecard/rules'
import type { Verdict } from '@wayproof/scorecard/verdict'
import { trpc } from '../api.ts'
import { CellValue } from '../cells/cell-value.tsx'
import { isUnbroken } from '../cells/is-unbroken.ts'
import { useReader } from '../cells/use-reader.ts'
import { ColumnHeads } from '../components/column-heads.tsx'
import ui from '../components/components.module.css'
import { Facts } from '../components/facts.tsx'
import { LinkButton } from '../components/link-button.tsx'
import { Panel } from '../components/panel.tsx'
import { Verbatim } from '../components/verbatim.tsx'
import { WideTable } from '../components/wide-table.tsx'
import { useLanguage } from '../language.tsx'
import { changesOf, keyWordsOf, renamesOf } from '../row/row-words.ts'
import styles from './import.module.css'
import type { RefusedFile as Refusal } from './read-fault.ts'
import { RefusedFile } from './refused-file.tsx'
import { TravelerGroups } from './traveler-groups.tsx'
import type { GoalEffect, Upload } from './upload-register.ts'
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

/** Warns before an import that leaves fewer travelers in the register than the answers a wave needs for its goal. */
function FewTravelersNote({ added }: { readonly added: number }) {
  const { found } = useLanguage().words.reporting.registers
  const { data } = useQuery(trpc.register.list.queryOptions())
  const stored = data?.find(({ id }) => id === 'travelers')?.rows
  if (stored === undefined || stored + added >= RULES.minimumForStatus) return null
  return (
    <p className={ui.note} data-tone="caution">
      {found.few(stored + added, RULES.minimumForStatus)}
    </p>
  )
}

/** Says how the goals' figures would change: the scorecard's own counting, with the rows of the file. */
function GoalEffects({ effects }: { readonly effects: readonly GoalEffect[] }) {
  const { locale, words } = useLanguage()
  const text = words.reporting.registers
  if (effects.length === 0) return null
  const figure = (verdict: Verdict) => verdictValue(verdict, locale) ?? text.noFigure
  return (
    <Panel title={text.effectsTitle}>
      {effects.map(({ before, after }) => (
        <p key={`${after.goal} ${after.period}`}>
          {text.effects(words.goals.names[after.goal], periodName(after.period, locale), figure(before), figure(after))}
        </p>
      ))}
    </Panel>
  )
}

interface MadeRepairsProps {
  readonly repairs: readonly MadeRepair[]
  readonly onRemove: (repair: MadeRepair) => void
}

/** Lists the references that are corrected at this import; each can be read as the file has it again. */
function MadeRepairs({ repairs, onRemove }: MadeRepairsProps) {
  const text = useLanguage().words.reporting.registers
  if (repairs.length === 0) return null
  return (
    <div className={ui.note}>
      <div>
        <p>{text.repaired}</p>
        <ul>
          {repairs.map((repair) => (
            <li key={`${repair.field} ${repair.from}`} className={styles.repair}>
              <Verbatim>{text.repair(repair.from, repair.to, repair.rows)}</Verbatim>
              <LinkButton onClick={() => onRemove(repair)}>{text.unrepair}</LinkButton>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}

interface ImportCautionsProps {
  readonly register: RegisterId
  readonly preview: readonly PreviewRow[]
}

/** Names what an import would overwrite: manual changes, and names of stored records. */
function ImportCautions({ register, preview }: ImportCautionsProps) {
  const { words } = useLanguage()
  const text = words.reporting.imports
  const overHand = preview.filter(({ byHand, kind }) => byHand && kind !== 'unchanged').length
  const renames = registers[register].fields.some(({ name }) => name === 'name') ? renamesOf(preview, text) : []
  return (
    <>
      {overHand > 0 ? (
        <p className={ui.note} data-tone="caution">
          {text.overHand(overHand)}
        </p>
      ) : null}
      {renames.length > 0 ? (
        <p className={ui.note} data-tone="caution">
          {text.renames(renames.join(words.reporting.shell.listed))}
        </p>
      ) : null}
    </>
  )
}

interface ImportPreviewProps {
  readonly register: RegisterId
  readonly preview: readonly PreviewRow[]
  readonly rows: number
}

/** Lists the rows that an import would change, with each cell before and after. */
function ImportPreview({ register, preview, rows }: ImportPreviewProps) {
  const reader = useReader()
  const { locale, words } = reader
  const text = words.reporting.imports
  return (
    <>
      <p className={ui.soft}>{text.previewFirst(preview.length, rows)}</p>
      <WideTable caption={text.preview} isStacked>
        <ColumnHeads columns={['key', 'what', 'difference', 'row']} names={text} numbers={['row']} />
        <tbody>
          {preview.map((row) => (
            <tr key={keyWordsOf(register, row.after, reader)}>
              <th scope="row" translate="no">
                {keyWordsOf(register, row.after, reader)}
              </th>
              <td data-label={text.what}>{text.kinds[row.kind]}</td>
              <td data-label={text.difference}>
                {changesOf(register, row, reader).map((line) => (
                  <span key={line} className={ui.line}>
                    {line}
                  </span>
                ))}
                {row.byHand && row.kind !== 'unchanged' ? <span className={ui.fileName}>{text.byHand}</span> : null}
              </td>
              <td data-label={text.row} data-number>
                {count(row.rowNumber, locale)}
              </td>
            </tr>
          ))}
        </tbody>
      </WideTable>
    </>
  )
}

interface FirstRowsProps {
  readonly register: RegisterId
  readonly preview: readonly PreviewRow[]
}

const MAX_ROWS = 10

/** Shows the first rows of a file as the register will read them, without columns that are empty in all of them. */
function FirstRows({ register, preview }: FirstRowsProps) {
  const { locale, words } = useLanguage()
  const text = words.reporting.registers
  const names: Readonly<Record<string, string>> = words.registers.fields[register]
  const rows = preview.toSorted((row, other) => row.rowNumber - other.rowNumber).slice(0, MAX_ROWS)
  const fields = registers[register].fields.filter(({ name }) => rows.some(({ after }) => after[name] != null))
  const title = text.firstRows(rows.length)
  return (
    <Panel title={title}>
      <WideTable caption={title} isStacked>
        <thead>
          <tr>
            <th scope="col" data-number>
              {text.errorColumns.row}
            </th>
            {fields.map(({ name }) => (
              <th key={name} scope="col">
                {names[name]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ rowNumber, after }) => (
            <tr key={rowNumber}>
              <th scope="row" data-number>
                {count(rowNumber, locale)}
              </th>
              {fields.map((field) => (
                <td key={field.name} data-label={names[field.name]} data-whole={isUnbroken(field)}>
                  <CellValue field={field} cells={after} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </WideTable>
    </Panel>
  )
}
