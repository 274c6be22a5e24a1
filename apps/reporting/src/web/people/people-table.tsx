import type { Person } from '../api.ts'
import { useLanguage } from '../language.tsx'
import { Panel } from '../surface/panel.tsx'
import surface from '../surface/surface.module.css'
import { WideTable } from '../surface/wide-table.tsx'

export function PeopleTable({ people, me }: { readonly people: readonly Person[]; readonly me: string }) {
  const { words } = useLanguage()
  const text = words.reporting.people
  return (
    <Panel title={words.reporting.shell.people}>
      <WideTable caption={text.caption}>
        <thead>
          <tr>
            {(['name', 'email', 'role', 'language'] as const).map((column) => (
              <th key={column} scope="col" data-roomy={column === 'language' || undefined}>
                {text.columns[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {people.map(({ id, name, email, role, locale }) => (
            <tr key={id}>
              <th scope="row">
                <span translate="no">{name}</span> {id === me ? <span className={surface.soft}>{text.you}</span> : null}
              </th>
              <td translate="no">{email}</td>
              <td>{text.roles[role]}</td>
              <td lang={locale} data-roomy>
                {text.languages[locale]}
              </td>
            </tr>
          ))}
        </tbody>
      </WideTable>
    </Panel>
  )
}
