import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { day } from '@wayproof/messages/date-format'
import type { RowGoal } from '@wayproof/scorecard/rule-changes/rule-change'
import { useState } from 'react'
import { type BridgeView, queryClient, trpc } from '../api.ts'
import { ColumnHeads } from '../components/column-heads.tsx'
import { LinkButton } from '../components/link-button.tsx'
import { ErrorNote } from '../components/note.tsx'
import { WideTable } from '../components/wide-table.tsx'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { placeOf } from '../missing-rows/missing-rows.ts'
import { useOrganisationDays } from '../organisation-day.ts'
import styles from './bridge.module.css'

const MAX_SHOWN_ROWS = 15

type Row = Omit<BridgeView['rows'][number], 'proposed'> & { readonly proposed?: boolean }

interface BridgeRowsProps {
  readonly goal: RowGoal
  readonly name: string
  readonly rows: readonly Row[]
  /** The half-year that an exclusion would apply to; null if none can. */
  readonly period: string | null
}

/** Lists the rows of a line with what happened, who recorded it and when; an officer can propose their exclusion. */
export function BridgeRows({ goal, name, rows, period }: BridgeRowsProps) {
  const { locale, words } = useLanguage()
  const { dayOf } = useOrganisationDays()
  const isOfficer = useMe().user?.role === 'officer'
  const [showAll, setShowAll] = useState(false)
  const text = words.bridge
  const { none, listed } = words.reporting.shell
  const happened = ({ event, on, reason }: Row) =>
    [on ? `${text.events[event]} ${day(on, locale)}` : text.events[event], ...(reason ? [reason] : [])].join(' · ')
  const recorded = ({ at, by }: Row) =>
    at === null ? text.notRecorded : text.recorded(by.join(listed) || none, dayOf(at))
  const reasonOf = (row: Row) =>
    text.takenOut.reason(text.events[row.event], row.by.join(listed) || none, row.at === null ? none : dayOf(row.at))
  const canPropose = isOfficer && period !== null && rows.some(({ line }) => line === 'waiting')
  const proposals = (of: readonly Row[]) =>
    of
      .filter(({ proposed }) => !proposed)
      .map((row) => ({ goal, row: row.key, appliesFrom: period ?? '', reason: reasonOf(row) }))
  const columns = canPropose ? [...text.rowColumns, text.takenOut.action] : text.rowColumns
  return (
    <div className={styles.rows}>
      <WideTable caption={text.rowsOf(name)} isStacked>
        <ColumnHeads columns={columns} />
        <tbody>
          {(showAll ? rows : rows.slice(0, MAX_SHOWN_ROWS)).map((row) => {
            const at = row.event === 'removed' ? null : placeOf(goal, row.key)
            return (
              <tr key={row.key}>
                <th scope="row" translate="no">
                  {at ? (
                    <Link to="/registers/$register" params={{ register: at.register }} search={at.search}>
                      {row.label}
                    </Link>
                  ) : (
                    row.label
                  )}
                </th>
                <td data-label={columns[1]} translate="no">
                  {row.key}
                </td>
                <td data-label={columns[2]}>{happened(row)}</td>
                <td data-label={columns[3]}>{recorded(row)}</td>
                {canPropose ? (
                  <td data-label={columns[4]}>
                    {row.proposed ? (
                      text.takenOut.proposed
                    ) : (
                      <ProposeExclusions proposals={proposals([row])} label={text.takenOut.propose} />
                    )}
                  </td>
                ) : null}
              </tr>
            )
          })}
        </tbody>
      </WideTable>
      {rows.length > MAX_SHOWN_ROWS && !showAll ? (
        <p className={styles.all}>
          <LinkButton onClick={() => setShowAll(true)}>{words.reporting.goal.missing.all(rows.length)}</LinkButton>
        </p>
      ) : null}
      {canPropose && proposals(rows).length > 1 ? (
        <div className={styles.all}>
          <ProposeExclusions proposals={proposals(rows)} label={text.takenOut.proposeAll(proposals(rows).length)} />
        </div>
      ) : null}
    </div>
  )
}

interface ProposeExclusionsProps {
  readonly proposals: readonly {
    readonly goal: RowGoal
    readonly row: string
    readonly appliesFrom: string
    readonly reason: string
  }[]
  readonly label: string
}

/** Proposes exclusions, one after the other, with the recorded change as their reason. */
function ProposeExclusions({ proposals, label }: ProposeExclusionsProps) {
  const propose = useMutation(trpc.rules.proposeRow.mutationOptions())
  async function proposeEach() {
    try {
      for (const proposal of proposals) await propose.mutateAsync({ kind: 'exclusion', ...proposal, document: null })
    } catch {
      // The mutation holds the error, which is shown below.
    }
    void queryClient.invalidateQueries()
  }
  return (
    <>
      <Button variant="default" size="xs" loading={propose.isPending} onClick={() => void proposeEach()}>
        {label}
      </Button>
      {propose.error ? <ErrorNote error={propose.error} /> : null}
    </>
  )
}
