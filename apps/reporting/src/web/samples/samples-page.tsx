import { NativeSelect } from '@mantine/core'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import { periodName } from '@wayproof/messages/date-format'
import { TRACED_FIGURES, type TracedFigure } from '@wayproof/scorecard/sample/traced-figure'
import { useState } from 'react'
import { type ListedSample, trpc } from '../api.ts'
import { ColumnHeads } from '../components/column-heads.tsx'
import ui from '../components/components.module.css'
import { FaultPanel } from '../components/fault-panel.tsx'
import { Loading } from '../components/loading.tsx'
import { ErrorNote } from '../components/note.tsx'
import { PageHead } from '../components/page-head.tsx'
import { Panel } from '../components/panel.tsx'
import { StateMark } from '../components/state-mark.tsx'
import { WideTable } from '../components/wide-table.tsx'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { useOrganisationDays } from '../organisation-day.ts'
import { PersonName } from '../shell/person-name.tsx'
import { DrawForm } from './draw-form.tsx'
import { figureName } from './figure-name.ts'
import { sampleResultText } from './sample-result-text.ts'
import styles from './samples.module.css'

const route = getRouteApi('/inside/samples')

/** Lists the samples of a half-year with their progress and findings. */
export function SamplesPage() {
  const search = route.useSearch()
  const { locale, words } = useLanguage()
  const { home } = useSuspenseQuery(trpc.scorecard.periods.queryOptions()).data
  const period = search.period ?? home
  const { user } = useMe()
  const samples = useQuery(trpc.sample.list.queryOptions({ period }))
  const text = words.reporting.samples.list
  if (samples.isLoadingError) return <FaultPanel error={samples.error} onAgain={() => void samples.refetch()} />
  if (!samples.data) return <Loading heights={[56, 320]} />
  return (
    <>
      <PageHead title={text.title(samples.data.length, periodName(period, locale))} lead={text.lead} />
      <div className={ui.stack}>
        {user?.role === 'auditor' ? <DrawPanel key={period} period={period} /> : null}
        {samples.data.length > 0 ? (
          <Panel title={text.heading}>
            <SampleTable samples={samples.data} period={period} />
          </Panel>
        ) : null}
        {user?.role !== 'auditor' && samples.data.length === 0 ? (
          <Panel title={text.heading}>
            <p className={ui.soft}>
              {text.how}{' '}
              <Link to="/measures" search={{ period }}>
                {words.reporting.shell.measures}
              </Link>
            </p>
          </Panel>
        ) : null}
      </div>
    </>
  )
}

interface SampleTableProps {
  readonly samples: readonly ListedSample[]
  readonly period: PeriodKey
}

function SampleTable({ samples, period }: SampleTableProps) {
  const { words } = useLanguage()
  const { dayOf } = useOrganisationDays()
  const text = words.reporting.samples
  const { columns } = text.list
  return (
    <WideTable caption={text.list.heading} isStacked>
      <ColumnHeads columns={['figure', 'rows', 'standing', 'drawn', 'sealed']} names={columns} />
      <tbody>
        {samples.map(({ id, figure, side, frameSize, standing: progress, drawnAt, drawnBy, sealed }) => (
          <tr key={id}>
            <th scope="row" data-whole>
              <Link to="/samples/$sample" params={{ sample: id }} search={{ period }}>
                {figureName(figure, words)}
              </Link>
            </th>
            <td data-label={columns.rows} data-whole>
              {text.sheet.frame(text.sides[side], frameSize)}
            </td>
            <td data-label={columns.standing}>{sampleResultText(progress, frameSize, words)}</td>
            <td data-label={columns.drawn} data-whole>
              <PersonName name={drawnBy.name} />
              <span className={ui.line}>{dayOf(drawnAt)}</span>
            </td>
            <td data-label={columns.sealed} data-whole>
              <StateMark
                shape={sealed ? 'demonstrated' : 'unknown'}
                label={sealed ? dayOf(sealed.at) : text.list.open}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  )
}

/** An auditor chooses a figure of the half-year to sample. */
export function DrawPanel({ period }: { readonly period: PeriodKey }) {
  const { words } = useLanguage()
  const text = words.reporting.samples.draw
  const [figure, setFigure] = useState<TracedFigure | null>(null)
  return (
    <Panel title={text.title}>
      <div className={ui.stack}>
        <NativeSelect
          className={styles.figure ?? ''}
          label={text.figure}
          value={figure ?? ''}
          data={[
            { value: '', label: text.choose },
            ...TRACED_FIGURES.map((value) => ({ value, label: figureName(value, words) })),
          ]}
          onChange={({ currentTarget: { value } }) =>
            setFigure(TRACED_FIGURES.find((candidate) => candidate === value) ?? null)
          }
        />
        {figure ? <DrawnFigure key={figure} figure={figure} period={period} /> : null}
      </div>
    </Panel>
  )
}

interface DrawnFigureProps {
  readonly figure: TracedFigure
  readonly period: PeriodKey
}

function DrawnFigure({ figure, period }: DrawnFigureProps) {
  const trace = useQuery(trpc.sample.trace.queryOptions({ figure, period, show: 'all', page: 1 }))
  if (trace.isLoadingError) return <ErrorNote error={trace.error} />
  if (!trace.data) return null
  return <DrawForm figure={figure} period={period} sides={trace.data.sides} />
}
