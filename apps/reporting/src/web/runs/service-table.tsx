import type { ServiceState } from '@wayproof/oversight/services/service'
import type { Shape } from '@wayproof/scorecard/claims/verdict-shape'
import type { Runs } from '../api.ts'
import ui from '../components/components.module.css'
import { Panel } from '../components/panel.tsx'
import { RelativeMoment } from '../components/relative-moment.tsx'
import { StateMark } from '../components/state-mark.tsx'
import { Verbatim } from '../components/verbatim.tsx'
import { useLanguage } from '../language.tsx'
import { RecordTable } from '../records/record-table.tsx'

const SHAPES: Readonly<Record<ServiceState, Shape>> = {
  working: 'met',
  failing: 'amber',
  silent: 'missed',
  unknown: 'unknown',
}

/** When each service last worked. */
export function ServiceTable({ services }: Pick<Runs, 'services'>) {
  const { words } = useLanguage()
  const { servicesTitle, columns, services: names, states, title } = words.reporting.runs
  return (
    <Panel title={servicesTitle}>
      {services.length === 0 ? (
        <p className={ui.soft}>{title.never}</p>
      ) : (
        <RecordTable
          caption={servicesTitle}
          columns={[columns.service, columns.state, columns.contact, columns.place]}
          records={services.map(({ service, state, contactAt, place, error }) => ({
            id: service,
            head: names[service],
            cells: [
              <div key="state">
                <StateMark shape={SHAPES[state]} label={states[state]} />
                {error === null ? null : (
                  <p className={ui.soft}>
                    <Verbatim>{error}</Verbatim>
                  </p>
                )}
              </div>,
              <RelativeMoment key="contact" at={contactAt} />,
              place === '' ? words.reporting.shell.none : <Verbatim key="place">{place}</Verbatim>,
            ],
          }))}
        />
      )}
    </Panel>
  )
}
