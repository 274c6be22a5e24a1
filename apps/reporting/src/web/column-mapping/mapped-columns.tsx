import { NativeSelect } from '@mantine/core'
import type { ColumnMapping } from '@wayproof/evidence/mapping/column-mapping'
import ui from '../components/components.module.css'
import { WideTable } from '../components/wide-table.tsx'
import styles from '../import/import.module.css'
import { useLanguage } from '../language.tsx'
import type { ColumnProposal } from './column-proposal.ts'
import { fieldLabel } from './field-label.ts'

interface MappedColumnsProps {
  readonly register: string
  readonly proposal: ColumnProposal
  readonly mapping: ColumnMapping
  readonly onChange: (columns: ColumnMapping['columns']) => void
}

const MAX_SHOWN_TEXTS = 5

/** The headings of the file, the register's field for each as a chip below it, and examples of its cells. */
export function MappedColumns({ register, proposal, mapping, onChange }: MappedColumnsProps) {
  const { words } = useLanguage()
  const text = words.reporting.mapping
  const label = fieldLabel(register, words)
  const choices = proposal.fields.map(({ name, required }) => ({
    value: name,
    label: required ? text.required(label(name)) : label(name),
  }))
  const nameOf = (index: number) => proposal.file.columns[index]?.heading || text.noHeading(index + 1)
  return (
    <div className={styles.columnsTable}>
      <WideTable caption={text.title}>
        <thead>
          <tr>
            {proposal.file.columns.map((_, index) => (
              <th key={nameOf(index)} scope="col" translate="no">
                {nameOf(index)}
              </th>
            ))}
          </tr>
          <tr>
            {proposal.file.columns.map((_, index) => (
              <td
                key={nameOf(index)}
                className={styles.chip}
                data-unused={mapping.columns[index]?.field ? undefined : true}
              >
                <NativeSelect
                  aria-label={`${nameOf(index)}: ${text.field}`}
                  value={mapping.columns[index]?.field ?? ''}
                  data={[{ value: '', label: text.ignore }, ...choices]}
                  onChange={({ currentTarget: { value } }) =>
                    onChange(
                      mapping.columns.map((column, at) =>
                        at === index ? { ...column, field: value || null } : column,
                      ),
                    )
                  }
                />
              </td>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            {proposal.file.columns.map(({ texts, more, filled }, index) => (
              <td key={nameOf(index)}>
                <ul translate="no">
                  {texts.slice(0, MAX_SHOWN_TEXTS).map((example) => (
                    <li key={example}>{example}</li>
                  ))}
                </ul>
                {more || texts.length > MAX_SHOWN_TEXTS ? <span className={ui.below}>{text.more}</span> : null}
                {filled < proposal.file.rows ? (
                  <span className={ui.below}>{text.filled(filled, proposal.file.rows)}</span>
                ) : null}
              </td>
            ))}
          </tr>
        </tbody>
      </WideTable>
    </div>
  )
}
