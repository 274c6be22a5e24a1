import { Link } from '@tanstack/react-router'
import type { User } from '../api.ts'
import { ColumnHeads } from '../components/column-heads.tsx'
import { Panel } from '../components/panel.tsx'
import { WideTable } from '../components/wide-table.tsx'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'

const REGISTERS = ['rights-cases', 'whistle-reports'] as const

/** The page of each register's cases and the roles that may open it. */
const DESKS = {
  'rights-cases': { page: '/requests', roles: ['officer', 'customer-service'] },
  'whistle-reports': { page: '/whistle-blowing', roles: ['case-handler'] },
} as const satisfies Record<(typeof REGISTERS)[number], { page: string; roles: readonly User['role'][] }>

/** Says who handles the cases that people submit. Their number is on the clause map, once a half-year or year has ended. */
export function CaseRegistersPanel() {
  const { words } = useLanguage()
  const text = words.reporting.caseRegisters
  const role = useMe().user?.role
  return (
    <Panel title={text.title}>
      <WideTable caption={text.title} isStacked>
        <ColumnHeads columns={[words.reporting.registers.columns.name, text.source, text.readers]} />
        <tbody>
          {REGISTERS.map((register) => {
            const { page, roles } = DESKS[register]
            const name = text.names[register]
            return (
              <tr key={register}>
                <th scope="row">{roles.some((reader) => reader === role) ? <Link to={page}>{name}</Link> : name}</th>
                <td data-label={text.source}>{text.sources[register]}</td>
                <td data-label={text.readers}>
                  {roles.map((reader) => words.reporting.people.roles[reader]).join(words.reporting.shell.listed)}
                </td>
              </tr>
            )
          })}
        </tbody>
      </WideTable>
    </Panel>
  )
}
