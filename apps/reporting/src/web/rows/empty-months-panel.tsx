import { useMutation, useQuery } from '@tanstack/react-query'
import type { ConfirmedRegister } from '@wayproof/evidence/empty-months/ports'
import { periodName } from '@wayproof/messages/date-format'
import { useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import { ColumnHeads } from '../components/column-heads.tsx'
import ui from '../components/components.module.css'
import { LinkButton } from '../components/link-button.tsx'
import { ErrorNote } from '../components/note.tsx'
import { Panel } from '../components/panel.tsx'
import { RelativeMoment } from '../components/relative-moment.tsx'
import { WideTable } from '../components/wide-table.tsx'
import { useLanguage } from '../language.tsx'

/** Lists the months without an entry; the keeper confirms with one click that nothing happened, or takes it back. */
export function EmptyMonthsPanel({ register }: { readonly register: ConfirmedRegister }) {
  const { locale, words } = useLanguage()
  const text = words.reporting.rows.emptyMonths
  const { none } = words.reporting.shell
  const list = useQuery(trpc.emptyMonth.list.queryOptions({ register }))
  const onSuccess = () => void queryClient.invalidateQueries()
  const confirm = useMutation(trpc.emptyMonth.confirm.mutationOptions({ onSuccess }))
  const withdraw = useMutation(trpc.emptyMonth.withdraw.mutationOptions({ onSuccess }))
  const [showAll, setShowAll] = useState(false)
  if (!list.data?.months.length) return null
  const { months, mayConfirm } = list.data
  const confirmedMonths = months.filter(({ rows, confirmed }) => confirmed !== null && rows === 0)
  const shown = showAll ? months : months.filter((each) => !confirmedMonths.includes(each))
  const isBusy = confirm.isPending || withdraw.isPending
  const error = confirm.error ?? withdraw.error
  return (
    <Panel
      title={text.title}
      actions={
        shown.length < months.length ? (
          <LinkButton onClick={() => setShowAll(true)}>{words.reporting.goal.missing.all(months.length)}</LinkButton>
        ) : null
      }
    >
      <p className={ui.soft}>{confirmedMonths.length < months.length ? text.lead : text.allConfirmed(months.length)}</p>
      {error ? <ErrorNote error={error} /> : null}
      {shown.length > 0 ? (
        <WideTable caption={text.title} isStacked>
          <ColumnHeads columns={['month', 'state', 'by', 'when']} names={text.columns} />
          <tbody>
            {shown.map(({ month, rows, confirmed }) => (
              <tr key={month}>
                <th scope="row">{periodName(month, locale)}</th>
                <td data-label={text.columns.state}>
                  {confirmed === null ? text.open : text.confirmed}
                  {confirmed !== null && rows > 0 ? <span className={ui.below}>{text.moot(rows)}</span> : null}{' '}
                  {mayConfirm ? (
                    <LinkButton
                      aria-label={`${confirmed === null ? text.confirm : text.withdraw}: ${periodName(month, locale)}`}
                      disabled={isBusy}
                      onClick={() => (confirmed === null ? confirm : withdraw).mutate({ register, month })}
                    >
                      {confirmed === null ? text.confirm : text.withdraw}
                    </LinkButton>
                  ) : null}
                </td>
                <td data-label={text.columns.by} translate="no">
                  {confirmed?.by ?? none}
                </td>
                <td data-label={text.columns.when}>{confirmed ? <RelativeMoment at={confirmed.at} /> : none}</td>
              </tr>
            ))}
          </tbody>
        </WideTable>
      ) : null}
    </Panel>
  )
}
