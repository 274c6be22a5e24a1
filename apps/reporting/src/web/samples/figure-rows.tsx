import { Link } from '@tanstack/react-router'
import type { TracedFigure } from '@wayproof/scorecard/sample/traced-figure'
import type { Trace } from '../api.ts'
import { ColumnHeads } from '../components/column-heads.tsx'
import ui from '../components/components.module.css'
import { Panel } from '../components/panel.tsx'
import { WideTable } from '../components/wide-table.tsx'
import { useLanguage } from '../language.tsx'
import { figureName } from './figure-name.ts'
import { PlaceLink } from './place-link.tsx'
import styles from './samples.module.css'

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
