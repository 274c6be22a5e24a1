import { Link } from '@tanstack/react-router'
import { count } from '@wayproof/messages/number-format'
import type { Register } from '../api.ts'
import { ColumnHeads } from '../components/column-heads.tsx'
import ui from '../components/components.module.css'
import { Panel } from '../components/panel.tsx'
import { WideTable } from '../components/wide-table.tsx'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { useOrganisationDays } from '../organisation-day.ts'
import { registerGroups } from './register-groups.ts'
import styles from './registers.module.css'

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
