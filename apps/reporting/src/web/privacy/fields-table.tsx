import type { PersonalField } from '../api.ts'
import { Panel } from '../components/panel.tsx'
import { WideTable } from '../components/wide-table.tsx'
import { useLanguage } from '../language.tsx'
import { fieldGroups } from './field-groups.ts'

/** Lists the personal data; fields with the same purpose, basis and retention share a row. */
export function FieldsTable({ fields }: { readonly fields: readonly PersonalField[] }) {
  const { words } = useLanguage()
  const text = words.privacy
  const end = (retention: PersonalField['kept']) =>
    'until' in retention ? text.until[retention.until] : text.after[retention.after](retention.days)
  return (
    <Panel title={text.fields.title}>
      <WideTable caption={text.fields.title} isStacked>
        <thead>
          <tr>
            <th scope="col">{text.fields.of}</th>
            <th scope="col">{text.fields.what}</th>
            <th scope="col">{text.fields.why}</th>
            <th scope="col">{text.fields.basis}</th>
            <th scope="col">{text.fields.end}</th>
          </tr>
        </thead>
        <tbody>
          {fieldGroups(fields).map(({ table, columns, purpose, basis, kept }) => (
            <tr key={table + columns[0]}>
              <th scope="row">{text.tables[table]}</th>
              <td data-label={text.fields.what}>
                {columns.map((column) => text.columns[column]).join(words.reporting.shell.listed)}
              </td>
              <td data-label={text.fields.why}>{text.purposes[purpose]}</td>
              <td data-label={text.fields.basis}>{text.bases[basis]}</td>
              <td data-label={text.fields.end}>{end(kept)}</td>
            </tr>
          ))}
        </tbody>
      </WideTable>
    </Panel>
  )
}
