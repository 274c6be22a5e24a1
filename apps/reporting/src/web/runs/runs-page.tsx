import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { day, moment } from '@wayproof/messages/date-format'
import type { ServiceState } from '@wayproof/oversight/services/service'
import type { Shape } from '@wayproof/scorecard/claims/verdict-shape'
import { queryClient, type Runs, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { Facts } from '../components/facts.tsx'
import { FaultPanel } from '../components/fault-panel.tsx'
import { Loading } from '../components/loading.tsx'
import { ErrorNote, Note } from '../components/note.tsx'
import { PageHead } from '../components/page-head.tsx'
import { Panel } from '../components/panel.tsx'
import { RelativeMoment } from '../components/relative-moment.tsx'
import { StateMark } from '../components/state-mark.tsx'
import { Verbatim } from '../components/verbatim.tsx'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { useOrganisationDays } from '../organisation-day.ts'
import { RecordTable } from '../records/record-table.tsx'
import { TablePager } from '../records/table-pager.tsx'
import { useTablePage } from '../records/use-table-page.ts'
import { DayRuns, JobOutcomeText, jobName } from './day-runs.tsx'
import { HealthNotes } from './health-notes.tsx'
import { HoldPanel } from './hold-panel.tsx'

const ASK_EVERY_MS = 15_000

/** Shows which services work, what the scheduler ran, and what it will run. */
export function RunsPage() {
  const text = useLanguage().words.reporting.runs
  const servicesQuery = useQuery({ ...trpc.service.list.queryOptions(), refetchInterval: ASK_EVERY_MS })
  if (servicesQuery.isLoadingError)
    return <FaultPanel error={servicesQuery.error} onAgain={() => void servicesQuery.refetch()} />
  if (!servicesQuery.data) return <Loading heights={[56, 200, 320]} />
  const { services, holds, outages, planned, newest, hook, today } = servicesQuery.data
  const silent = services.filter(({ state }) => state === 'silent').length
  const { title } = text
  return (
    <>
      <PageHead
        title={services.length === 0 ? title.never : silent > 0 ? title.silent(silent) : title.working}
        lead={text.lead}
      />
      <div className={ui.stack}>
        <HealthNotes />
        <ServiceTable services={services} />
        <HoldPanel holds={holds} />
        <GapList outages={outages} />
        <HookPanel hook={hook} />
        <InstallationPanel />
        <PlannedRuns planned={planned} newest={newest} />
        <DayRuns today={today} />
      </div>
    </>
  )
}

const MINUTE_MS = 60_000
const PAGE_SIZE = 5

/** Times in which a service was silent, newest first. */
export function GapList({ outages }: Pick<Runs, 'outages'>) {
  const { locale, words } = useLanguage()
  const { timeZone } = useOrganisationDays()
  const text = words.reporting.runs
  const { rows, ...pager } = useTablePage(outages, PAGE_SIZE)
  const at = (instant: number) => moment(instant, timeZone, locale)
  return (
    <Panel title={text.gapsTitle}>
      {outages.length === 0 ? (
        <p className={ui.soft}>{text.noGaps}</p>
      ) : (
        <>
          <ul>
            {rows.map(({ service, since, until }) => (
              <li key={`${service} ${since}`}>
                {until === null
                  ? text.gapOpen(text.services[service], at(since))
                  : text.gap(text.services[service], at(since), at(until), Math.round((until - since) / MINUTE_MS))}
              </li>
            ))}
          </ul>
          <TablePager {...pager} />
        </>
      )}
    </Panel>
  )
}

/** Shows how messages of the web hook went, and sends a test message. */
export function HookPanel({ hook }: Pick<Runs, 'hook'>) {
  const { locale, words } = useLanguage()
  const { timeZone } = useOrganisationDays()
  const text = words.reporting.runs
  const { none } = words.reporting.shell
  const test = useMutation(
    trpc.service.testHook.mutationOptions({ onSettled: () => void queryClient.invalidateQueries() }),
  )
  if (!hook)
    return (
      <Panel title={text.hookTitle}>
        <p className={ui.soft}>{text.noHook}</p>
      </Panel>
    )
  const { form, acceptedAt, waiting, fault } = hook
  return (
    <Panel title={text.hookTitle}>
      <div className={ui.stack}>
        <Facts
          facts={[
            [text.hookForm, text.forms[form]],
            [text.hookAccepted, acceptedAt === null ? none : moment(acceptedAt, timeZone, locale)],
            [text.hookWaiting, waiting.toLocaleString(locale)],
            [text.hookFault, fault === null ? none : <Verbatim key="fault">{fault}</Verbatim>],
          ]}
        />
        {test.isSuccess ? <Note>{text.hookTested}</Note> : null}
        {test.error ? <ErrorNote error={test.error} /> : null}
        <div>
          <Button variant="default" loading={test.isPending} onClick={() => test.mutate()}>
            {text.hookTest}
          </Button>
        </div>
      </div>
    </Panel>
  )
}

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

const INSTALLATION_PANEL_ASK_EVERY_MS = 60_000

/** The state of the installation, as `wayproof status` prints it: version, key, waiting emails, and backups. */
function InstallationPanel() {
  const { words, locale } = useLanguage()
  const { timeZone } = useMe()
  const { data } = useQuery(
    trpc.service.status.queryOptions(undefined, { refetchInterval: INSTALLATION_PANEL_ASK_EVERY_MS }),
  )
  if (!data) return null
  const text = words.reporting.runs.installation
  const at = (instant: number) => moment(instant, timeZone, locale)
  return (
    <Panel title={text.title}>
      <p>{text.version(data.version, data.generation)}</p>
      {data.queue.length === 0 ? <p>{text.queueEmpty}</p> : null}
      {data.queue.map(({ cause, letters, since }) => (
        <p key={cause}>{text.waiting(letters, text.causes[cause], at(since))}</p>
      ))}
      <p>{data.restoreProvenAt === null ? text.neverProven : text.proven(at(data.restoreProvenAt))}</p>
      {data.backups.length === 0 ? <p>{text.noBackup}</p> : null}
      <ul className={ui.soft}>
        {data.backups.map(({ name, madeAt, destroyBy }) => (
          <li key={name}>
            <Verbatim>{name}</Verbatim>
            {madeAt === null ? ` · ${text.unreadable}` : ` · ${at(madeAt)}`}
            {destroyBy === null ? null : ` · ${text.destroyBy(day(destroyBy, locale))}`}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

const PLANNED_RUNS_PAGE_SIZE = 10

/** The next run of each job, with its newest result, in the order in which they run. */
function PlannedRuns({ planned, newest }: Pick<Runs, 'planned' | 'newest'>) {
  const { words } = useLanguage()
  const text = words.reporting.runs
  const { columns } = text
  const { rows, ...pager } = useTablePage(planned, PLANNED_RUNS_PAGE_SIZE)
  if (planned.length === 0) return null
  return (
    <Panel title={text.willTitle}>
      <RecordTable
        caption={text.willTitle}
        columns={[columns.job, columns.next, columns.last, columns.outcome]}
        records={rows.map(({ job, at }) => {
          const last = newest.find((result) => result.job === job)
          const { none } = words.reporting.shell
          return {
            id: job,
            head: jobName(job, text),
            cells: [
              <RelativeMoment key="next" at={at} />,
              last ? <RelativeMoment key="last" at={last.lastAt} /> : none,
              last ? <JobOutcomeText key="outcome" result={last} /> : none,
            ],
          }
        })}
      />
      <TablePager {...pager} />
    </Panel>
  )
}
