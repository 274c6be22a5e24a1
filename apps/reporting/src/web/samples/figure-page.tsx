import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { periodName } from '@wayproof/messages/date-format'
import { GOALS } from '@wayproof/scorecard/goals/goal'
import type { TracedFigure } from '@wayproof/scorecard/sample/traced-figure'
import { type Trace, trpc } from '../api.ts'
import { ColumnHeads } from '../components/column-heads.tsx'
import ui from '../components/components.module.css'
import { FaultPanel } from '../components/fault-panel.tsx'
import { Loading } from '../components/loading.tsx'
import { PageHead } from '../components/page-head.tsx'
import { Panel } from '../components/panel.tsx'
import { WideTable } from '../components/wide-table.tsx'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { DrawForm } from './draw-form.tsx'
import { figureName } from './figure-name.ts'
import { PlaceLink } from './place-link.tsx'
import styles from './samples.module.css'

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

/** The page size of the server. */
const ROWS_A_PAGE = 50
const ROW_FILTERS = ['all', 'counted', 'rest'] as const

interface FigureRowsProps {
  readonly trace: Trace
  readonly figure: TracedFigure
  readonly at: { readonly period: string; readonly show: (typeof ROW_FILTERS)[number]; readonly page: number }
}

/** Lists the rows of a figure by page, each with its contribution and a link to its source. */
export function FigureRows({ trace: { rows, count, total }, figure, at }: FigureRowsProps) {
  const { words } = useLanguage()
  const text = words.reporting.samples.rows
  const name = figureName(figure, words)
  const hasDenominator = total.denominator > 0
  const to = (page: number, label: string) => (
    <Link to="/rows/$figure" params={{ figure }} search={{ ...at, page }}>
      {label}
    </Link>
  )
  return (
    <Panel
      title={text.open(name)}
      actions={
        hasDenominator ? (
          <nav className={ui.buttons} aria-label={text.show}>
            {ROW_FILTERS.map((show) => (
              <Link
                key={show}
                to="/rows/$figure"
                params={{ figure }}
                search={{ period: at.period, show }}
                className={styles.choice}
                aria-current={show === at.show ? 'true' : undefined}
              >
                {text[show]}
              </Link>
            ))}
          </nav>
        ) : null
      }
    >
      {rows === null ? <p className={ui.soft}>{text.hidden}</p> : null}
      {rows ? (
        <WideTable caption={text.open(name)} isStacked>
          <ColumnHeads
            columns={['row', 'counted', ...(hasDenominator ? ['of' as const] : []), 'places']}
            names={text.columns}
            numbers={['counted', 'of']}
          />
          <tbody>
            {rows.map(({ key, label, numerator, denominator, places }) => (
              <tr key={key}>
                <th scope="row" translate="no">
                  {label}
                </th>
                <td data-number data-label={text.columns.counted}>
                  {numerator}
                </td>
                {hasDenominator ? (
                  <td data-number data-label={text.columns.of}>
                    {denominator}
                  </td>
                ) : null}
                <td data-label={text.columns.places}>
                  <ul className={styles.places}>
                    {places.map((place) => (
                      <li key={place.register + place.key}>
                        <PlaceLink place={place} />
                      </li>
                    ))}
                  </ul>
                </td>
              </tr>
            ))}
          </tbody>
        </WideTable>
      ) : null}
      {rows && count > ROWS_A_PAGE ? (
        <p className={styles.pager}>
          {at.page > 1 ? to(at.page - 1, text.earlier) : null}
          {at.page * ROWS_A_PAGE < count ? to(at.page + 1, text.later) : null}
        </p>
      ) : null}
    </Panel>
  )
}
