import { NativeSelect } from '@mantine/core'
import { type DayFormat, ENCODINGS } from '@wayproof/evidence/import/profile'
import { type ColumnMapping, isDated } from '@wayproof/evidence/mapping/column-mapping'
import { dayFormatsOf } from '@wayproof/evidence/mapping/mapping-proposal'
import { formatExample } from '@wayproof/messages/format-example'
import { useLanguage } from '../language.tsx'
import styles from '../registers/registers.module.css'
import type { ColumnProposal, ProposeCommand } from './column-proposal.ts'

interface MappedFormProps {
  readonly proposal: ColumnProposal
  readonly mapping: ColumnMapping
  readonly onForm: (form: ProposeCommand['form']) => void
  readonly onDayFormat: (format: DayFormat | null) => void
}

/** Chooses the file's encoding, separator, and date format where several would fit. */
export function MappedForm({ proposal, mapping, onForm, onDayFormat }: MappedFormProps) {
  const { words } = useLanguage()
  const text = words.reporting.mapping
  const { encoding, delimiter } = mapping
  const formats = dayFormatsOf(proposal.fields, mapping.columns, proposal.file)
  const hasDates = proposal.fields.some(
    (proposedField) => isDated(proposedField) && mapping.columns.some(({ field }) => field === proposedField.name),
  )
  return (
    <div className={styles.form}>
      {proposal.file.form === 'text' ? (
        <>
          <NativeSelect
            label={text.encoding}
            value={encoding}
            data={ENCODINGS.map((value) => ({ value, label: value.toUpperCase() }))}
            onChange={({ currentTarget: { value } }) =>
              onForm({ encoding: ENCODINGS.find((candidate) => candidate === value) ?? encoding, delimiter })
            }
          />
          <NativeSelect
            label={text.delimiter}
            value={delimiter}
            data={Object.entries(text.delimiters).map(([value, label]) => ({ value, label }))}
            onChange={({ currentTarget: { value } }) =>
              onForm({ encoding, delimiter: value as ColumnMapping['delimiter'] })
            }
          />
        </>
      ) : null}
      {hasDates && formats.length !== 1 ? (
        <NativeSelect
          label={text.dayFormat}
          description={text.dayFormatHint}
          value={mapping.dayFormat ?? ''}
          data={[
            { value: '', label: text.chooseDayFormat },
            ...formats.map((value) => ({ value, label: `${value} (${formatExample(value)})` })),
          ]}
          onChange={({ currentTarget: { value } }) => onDayFormat(formats.find((format) => format === value) ?? null)}
        />
      ) : null}
    </div>
  )
}
