import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { count } from '@wayproof/messages/number-format'
import { type Register, trpc, type User } from '../api.ts'
import { ColumnHeads } from '../components/column-heads.tsx'
import ui from '../components/components.module.css'
import { FaultPanel } from '../components/fault-panel.tsx'
import { Loading } from '../components/loading.tsx'
import { PageHead } from '../components/page-head.tsx'
import { Panel } from '../components/panel.tsx'
import { WideTable } from '../components/wide-table.tsx'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { useOrganisationDays } from '../organisation-day.ts'
import styles from './registers.module.css'

export function RegistersPage() {
  const { words } = useLanguage()
  const text = words.reporting.registers
  const registers = useQuery(trpc.register.list.queryOptions())
  if (registers.isLoadingError) return <FaultPanel error={registers.error} onAgain={() => void registers.refetch()} />
  if (!registers.data) return <Loading heights={[56, 480]} />
  const mayImportAny = registers.data.some(({ mayImport }) => mayImport)
  const filledCount = registers.data.filter(({ rows }) => rows > 0).length
  return (
    <>
      <PageHead
        title={text.title(filledCount, registers.data.length)}
        lead={mayImportAny ? text.lead : text.readOnly}
      />
      <div className={ui.stack}>
        <RegistersTable registers={registers.data} />
        <CaseRegistersPanel />
      </div>
    </>
  )
}

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

/** Lists the registers by office, the reader's own first. */
export function RegistersTable({ registers }: { readonly registers: readonly Register[] }) {
  const { words } = useLanguage()
  const role = useMe().user?.role
  const text = words.reporting.registers
  const mayImportAny = registers.some(({ mayImport }) => mayImport)
  return (
    <Panel title={words.reporting.shell.registers}>
      <WideTable caption={text.caption} isStacked>
        <ColumnHeads
          columns={['name', 'rows', 'last', 'goals', ...(mayImportAny ? ['action' as const] : [])]}
          names={text.columns}
          numbers={['rows']}
        />
        {registerGroups(registers, role).map((group) => (
          <tbody key={group.keeper}>
            <tr className={styles.office}>
              <th scope="rowgroup" colSpan={mayImportAny ? 5 : 4}>
                {words.reporting.people.roles[group.keeper]}
                {group.keeper === role ? ` (${words.reporting.people.you})` : null}
              </th>
            </tr>
            {group.registers.map((register) => (
              <RegisterRow key={register.id} register={register} hasActions={mayImportAny} />
            ))}
          </tbody>
        ))}
      </WideTable>
    </Panel>
  )
}

function RegisterRow({ register, hasActions }: { readonly register: Register; readonly hasActions: boolean }) {
  const { locale, words } = useLanguage()
  const { dayOf } = useOrganisationDays()
  const text = words.reporting.registers
  const { id, rows, lastEntry, goals, mayImport } = register
  const name = text.names[id] ?? id
  return (
    <tr>
      <th scope="row">
        {id === 'travelers' ? (
          <Link to="/registers/travelers">{name}</Link>
        ) : (
          <Link to="/registers/$register" params={{ register: id }} search={{}}>
            {name}
          </Link>
        )}
      </th>
      <td data-number data-label={text.columns.rows}>
        {count(rows, locale)}
      </td>
      <td data-label={text.columns.last} className={lastEntry === null ? ui.soft : undefined} data-whole>
        {lastEntry === null ? text.never : dayOf(lastEntry)}
      </td>
      <td data-label={text.columns.goals}>
        {goals.length === 0 ? <span className={ui.soft}>{words.reporting.shell.none}</span> : null}
        <span className={styles.goals}>
          {goals.map((goal) => (
            <Link key={goal} to="/goal/$goal" params={{ goal }}>
              {words.goals.names[goal]}
            </Link>
          ))}
        </span>
      </td>
      {hasActions ? (
        <td>
          {mayImport ? (
            <Link to="/registers/$register/import" params={{ register: id }} aria-label={text.importInto(name)}>
              {text.import}
            </Link>
          ) : null}
        </td>
      ) : null}
    </tr>
  )
}

interface RegisterGroup {
  readonly keeper: Register['keptBy']
  readonly registers: readonly Register[]
}

/** Groups registers by the office that maintains them: the reader's own office first, then in the order of the list. */
export function registerGroups(registers: readonly Register[], role: string | undefined): readonly RegisterGroup[] {
  const keepers = [...new Set(registers.map(({ keptBy }) => keptBy))]
  const ordered = [...keepers.filter((keeper) => keeper === role), ...keepers.filter((keeper) => keeper !== role)]
  return ordered.map((keeper) => ({ keeper, registers: registers.filter(({ keptBy }) => keptBy === keeper) }))
}
