import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { day, periodName } from '@wayproof/messages/date-format'
import type { EditionSettings } from '@wayproof/scorecard/editions/edition-settings'
import { trpc } from '../api.ts'
import { ColumnHeads } from '../components/column-heads.tsx'
import ui from '../components/components.module.css'
import { Loading } from '../components/loading.tsx'
import { ErrorNote } from '../components/note.tsx'
import { WideTable } from '../components/wide-table.tsx'
import { useLanguage } from '../language.tsx'

/** Lists the next editions' dates under the typed settings. */
export function ComingEditions({ settings }: { readonly settings: EditionSettings }) {
  const { locale, words } = useLanguage()
  const text = words.reporting.summaries.settings
  const { columns } = text
  const comingQuery = useQuery({ ...trpc.edition.coming.queryOptions({ settings }), placeholderData: keepPreviousData })
  if (comingQuery.error) return <ErrorNote error={comingQuery.error} />
  if (!comingQuery.data) return <Loading heights={[120]} />
  if (comingQuery.data.length === 0) return <p className={ui.soft}>{text.noneComing}</p>
  return (
    <div>
      <p className={ui.soft}>{text.coming}</p>
      <WideTable caption={text.coming} isStacked>
        <ColumnHeads columns={['date', 'edition', 'period', 'because']} names={columns} />
        <tbody>
          {comingQuery.data.map(({ kind, occasion, period, dueOn, because, certain }) => (
            <tr key={`${kind} ${occasion}`}>
              <th scope="row">{day(dueOn, locale)}</th>
              <td data-label={columns.edition}>{words.editions.letter.of(kind, occasion)}</td>
              <td data-label={columns.period}>{periodName(period, locale)}</td>
              <td data-label={columns.because}>
                {words.editions.causes[because]}
                {certain ? null : <span className={ui.below}>{text.moves}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </WideTable>
    </div>
  )
}
