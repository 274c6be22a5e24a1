import { NativeSelect } from '@mantine/core'
import type { ColumnMapping } from '@wayproof/evidence'
import ui from '../components/components.module.css'
import { WideTable } from '../components/wide-table.tsx'
import { useLanguage } from '../language.tsx'
import type { ColumnProposal } from './column-proposal.ts'
import { fieldLabel } from './field-label.ts'

interface MappedColumnsProps {
  readonly register: string
  readonly proposal: ColumnProposal
  readonly mapping: ColumnMapping
  readonly onChange: (columns: ColumnMapping['columns']) => void
}

const MAX_SHOWN_TEXTS = 3

/** Chooses the register's field for each column of the file. */
export function MappedColumns({ register, proposal, mapping, onChange }: MappedColumnsProps) {
  const { words } = useLanguage()
  const text = words.reporting.mapping
  const label = fieldLabel(register, words)
  const choices = proposal.fields.map(({ name, required }) => ({
    value: name,
    label: required ? text.required(label(name)) : label(name),
  }))
  return (
    <WideTable caption={text.title} isStacked>
      <thead>
        <tr>
          <th scope="col">{text.column}</th>
          <th scope="col">{text.examples}</th>
          <th scope="col">{text.field}</th>
        </tr>
      </thead>
      <tbody>
        {proposal.file.columns.map(({ heading, texts, more, filled }, index) => {
          const name = heading === '' ? text.noHeading(index + 1) : heading
          const examples = texts.slice(0, MAX_SHOWN_TEXTS).join(words.reporting.shell.listed)
          return (
            <tr key={index}>
              <th scope="row" translate="no">
                {name}
              </th>
              <td data-label={text.examples}>
                <span className={ui.line} translate="no">
                  {examples}
                </span>{' '}
                {more || texts.length > MAX_SHOWN_TEXTS ? <span className={ui.soft}>{text.more}</span> : null}{' '}
                {filled < proposal.file.rows ? (
                  <span className={ui.soft}>{text.filled(filled, proposal.file.rows)}</span>
                ) : null}
              </td>
              <td data-label={text.field}>
                <NativeSelect
                  aria-label={`${name}: ${text.field}`}
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
            </tr>
          )
        })}
      </tbody>
    </WideTable>
  )
}
