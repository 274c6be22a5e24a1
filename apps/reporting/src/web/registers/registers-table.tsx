import { Link } from '@tanstack/react-router'
import { count } from '@wayproof/messages'
import type { Register } from '../api.ts'
import ui from '../components/components.module.css'
import { LinkButton } from '../components/link-button.tsx'
import { Panel } from '../components/panel.tsx'
import { WideTable } from '../components/wide-table.tsx'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'
import { RowSource } from '../rows/row-source.tsx'

interface RegistersTableProps {
  readonly registers: readonly Register[]
  /** Null for readers who may not import. */
  readonly onImport: ((id: Register['id']) => void) | null
}

export function RegistersTable({ registers, onImport }: RegistersTableProps) {
  const { locale, words } = useLanguage()
  const { dayOf } = useOrganisationDays()
  const text = words.reporting.registers
  const name = (id: string) => text.names[id] ?? id
  return (
    <Panel title={words.reporting.shell.registers}>
      <WideTable caption={text.caption} isStacked>
        <thead>
          <tr>
            <th scope="col">{text.columns.name}</th>
            <th scope="col" data-number>
              {text.columns.rows}
            </th>
            <th scope="col">{text.columns.last}</th>
            <th scope="col" data-roomy>
              {text.columns.by}
            </th>
            {onImport ? <th scope="col">{text.columns.action}</th> : null}
          </tr>
        </thead>
        <tbody>
          {registers.map(({ id, rows, keptBy: keeperName, lastImport, mayImport }) => (
            <tr key={id}>
              <th scope="row">
                {id === 'travelers' ? (
                  name(id)
                ) : (
                  <Link to="/registers/$register" params={{ register: id }} search={{}}>
                    {name(id)}
                  </Link>
                )}
                <span className={ui.line}>{text.keptBy(words.reporting.people.roles[keeperName])}</span>
              </th>
              <td data-number data-label={text.columns.rows}>
                {count(rows, locale)}
              </td>
              <td data-label={text.columns.last} className={lastImport ? undefined : ui.soft}>
                {lastImport ? dayOf(lastImport.importedAt) : text.never}
                {lastImport ? (
                  <span className={ui.fileName}>
                    <RowSource {...lastImport} by={lastImport.importedBy} />
                  </span>
                ) : null}
              </td>
              <td data-roomy translate="no">
                {lastImport?.importedBy ?? words.reporting.shell.none}
              </td>
              {onImport ? (
                <td>
                  {mayImport ? (
                    <LinkButton aria-label={text.importInto(name(id))} onClick={() => onImport(id)}>
                      {text.import}
                    </LinkButton>
                  ) : null}
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </WideTable>
    </Panel>
  )
}
