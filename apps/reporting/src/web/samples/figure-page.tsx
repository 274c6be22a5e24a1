import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { periodName } from '@wayproof/messages/date-format'
import { GOALS } from '@wayproof/scorecard/goals/goal'
import { type Trace, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { FaultPanel } from '../components/fault-panel.tsx'
import { Loading } from '../components/loading.tsx'
import { PageHead } from '../components/page-head.tsx'
import { Panel } from '../components/panel.tsx'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { DrawForm } from './draw-form.tsx'
import { figureName } from './figure-name.ts'
import { FigureRows } from './figure-rows.tsx'

const route = getRouteApi('/inside/rows/$figure')

/** Shows the rows behind a figure; auditors sample them here. */
export function FigurePage() {
  const { figure } = route.useParams()
  const search = route.useSearch()
  const { words, locale } = useLanguage()
  const { home } = useSuspenseQuery(trpc.scorecard.periods.queryOptions()).data
  const { user } = useMe()
  const period = search.period ?? home
  const { show = 'all', page = 1 } = search
  const trace = useQuery({
    ...trpc.sample.trace.queryOptions({ figure, period, show, page }),
    placeholderData: (previous) => previous,
  })
  if (trace.isLoadingError) return <FaultPanel error={trace.error} onAgain={() => void trace.refetch()} />
  if (!trace.data) return <Loading heights={[56, 420]} />
  const { asOf, recordedOn, total, published } = trace.data
  const text = words.reporting.samples.rows
  const goal = GOALS.find((candidate) => candidate === figure)
  const isSame = !published || (published.numerator === total.numerator && published.denominator === total.denominator)
  return (
    <>
      <PageHead
        title={titleOf(trace.data, { figure, name: figureName(figure, words) }, text)}
        lead={text.lead(periodName(period, locale), words.scorecard.counted(asOf, recordedOn))}
        trail={
          goal
            ? [
                <Link to="/goal/$goal" params={{ goal }} search={{ period }}>
                  {figureName(figure, words)}
                </Link>,
                text.crumb,
              ]
            : [figureName(figure, words)]
        }
      />
      <div className={ui.stack}>
        {isSame ? null : (
          <p className={ui.note} data-tone="caution" role="status">
            {text.differs(published.numerator, published.denominator)}
          </p>
        )}
        {user?.role === 'auditor' && trace.data.rows ? (
          <Panel title={words.reporting.samples.draw.title}>
            <DrawForm key={`${figure} ${period}`} figure={figure} period={period} sides={trace.data.sides} />
          </Panel>
        ) : null}
        <FigureRows trace={trace.data} figure={figure} at={{ period, show, page: trace.data.page }} />
      </div>
    </>
  )
}

function titleOf(
  { total: { numerator, denominator }, sides }: Trace,
  { figure, name }: { readonly figure: string; readonly name: string },
  text: ReturnType<typeof useLanguage>['words']['reporting']['samples']['rows'],
): string {
  if (sides.numerator + sides.denominator === 0) return text.none(name)
  if (figure === 'incident-reduction') return text.years(name, numerator, denominator)
  return denominator === 0 ? text.count(name, numerator) : text.share(name, numerator, denominator)
}
