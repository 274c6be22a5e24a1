import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type CaseRegisters, trpc, type User } from '../api.ts'
import { ColumnHeads } from '../components/column-heads.tsx'
import { Panel } from '../components/panel.tsx'
import { WideTable } from '../components/wide-table.tsx'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'

/** The page of each register's cases and the roles that may open it. */
const DESKS = {
  'rights-cases': { page: '/requests', roles: ['officer', 'customer-service'] },
  'whistle-reports': { page: '/whistle-blowing', roles: ['case-handler'] },
} as const satisfies Record<keyof CaseRegisters, { page: string; roles: readonly User['role'][] }>

const REGISTERS = ['rights-cases', 'whistle-reports'] as const

/** Counts the cases that people submit. The counts are rounded; only the responsible role opens the cases. */
export function CaseRegistersPanel() {
  const { words } = useLanguage()
  const text = words.reporting.caseRegisters
  const role = useMe().user?.role
  const cases = useQuery(trpc.register.cases.queryOptions())
  if (!cases.data) return null
  const counts = cases.data
  const countText = (register: (typeof REGISTERS)[number]) => {
    const count = counts[register]
    return count ? words.reporting.measures.value(count) : text.unkept
  }
  return (
    <Panel title={text.title}>
      <WideTable caption={text.title} isStacked>
        <ColumnHeads
          columns={[
            words.reporting.registers.columns.name,
            words.reporting.registers.columns.rows,
            text.source,
            text.readers,
          ]}
        />
        <tbody>
          {REGISTERS.map((register) => {
            const { page, roles } = DESKS[register]
            const name = text.names[register]
            return (
              <tr key={register}>
                <th scope="row">{roles.some((reader) => reader === role) ? <Link to={page}>{name}</Link> : name}</th>
                <td data-label={words.reporting.registers.columns.rows}>{countText(register)}</td>
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
