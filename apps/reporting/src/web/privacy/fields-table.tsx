import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import type { PersonalField } from '../api.ts'
import { ColumnHeads } from '../components/column-heads.tsx'
import { Panel } from '../components/panel.tsx'
import { WideTable } from '../components/wide-table.tsx'
import { useLanguage } from '../language.tsx'
import { TablePager } from '../records/table-pager.tsx'
import { useTablePage } from '../records/use-table-page.ts'
import styles from './privacy.module.css'

const PAGE_SIZE = 10

/** Lists the personal data; fields with the same purpose, basis and retention share a row. */
export function FieldsTable({ fields }: { readonly fields: readonly PersonalField[] }) {
  const { words } = useLanguage()
  const text = words.privacy
  const [table, setTable] = useState('')
  const tables = [...new Set(fields.map((field) => field.table))]
  const { rows, ...pager } = useTablePage(
    fieldGroups(fields.filter((field) => table === '' || field.table === table)),
    PAGE_SIZE,
  )
  const end = (retention: PersonalField['kept']) =>
    'until' in retention ? text.until[retention.until] : text.after[retention.after](retention.days)
  return (
    <Panel title={text.fields.title}>
      <NativeSelect
        className={styles.filter ?? ''}
        label={text.fields.of}
        value={table}
        data={[{ value: '', label: text.fields.all }, ...tables.map((value) => ({ value, label: text.tables[value] }))]}
        onChange={({ currentTarget: { value } }) => setTable(value)}
      />
      <WideTable caption={text.fields.title} isStacked>
        <ColumnHeads columns={['of', 'what', 'why', 'basis', 'end']} names={text.fields} />
        <tbody>
          {rows.map(({ table: record, columns, purpose, basis, kept: retention }) => (
            <tr key={record + columns[0]}>
              <th scope="row">{text.tables[record]}</th>
              <td data-label={text.fields.what}>
                {columns.map((column) => text.columns[column]).join(words.reporting.shell.listed)}
              </td>
              <td data-label={text.fields.why}>{text.purposes[purpose]}</td>
              <td data-label={text.fields.basis}>{text.bases[basis]}</td>
              <td data-label={text.fields.end}>{end(retention)}</td>
            </tr>
          ))}
        </tbody>
      </WideTable>
      <TablePager {...pager} />
    </Panel>
  )
}

type Shared = Pick<PersonalField, 'table' | 'purpose' | 'basis' | 'kept'>

interface FieldGroup extends Shared {
  readonly columns: readonly PersonalField['column'][]
}

const key = ({ table, purpose, basis, kept: retention }: Shared): string =>
  JSON.stringify([table, purpose, basis, retention])

/** Groups fields of one record that share purpose, legal basis and retention, in the register's order. */
export function fieldGroups(fields: readonly PersonalField[]): readonly FieldGroup[] {
  const groups = new Map<string, FieldGroup>()
  for (const field of fields) {
    const { column, ...shared } = field
    const group = groups.get(key(field))
    groups.set(key(field), { ...shared, columns: [...(group?.columns ?? []), column] })
  }
  return [...groups.values()]
}
