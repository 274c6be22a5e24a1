import { Button, Checkbox } from '@mantine/core'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import type { Instant } from '@wayproof/kernel/clock'
import { moment } from '@wayproof/messages/date-format'
import type { UndeliveredLetter } from '@wayproof/survey/waves/undelivered-letter'
import { useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import { ColumnHeads } from '../components/column-heads.tsx'
import ui from '../components/components.module.css'
import { ErrorNote, Note } from '../components/note.tsx'
import { Panel } from '../components/panel.tsx'
import { WideTable } from '../components/wide-table.tsx'
import { ConfirmDialog } from '../forms/confirm-dialog.tsx'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'

const ON_PAGE = 20

/** Lists undelivered letters with their causes, one page at a time. */
export function UndeliveredPanel({ period }: { readonly period: string }) {
  const { locale, words } = useLanguage()
  const { timeZone } = useOrganisationDays()
  const text = words.reporting.waves.undelivered
  const [offset, setOffset] = useState(0)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const query = useQuery({
    ...trpc.letters.undelivered.queryOptions({ period, offset, limit: ON_PAGE }),
    placeholderData: keepPreviousData,
  })
  const { letters = [], total = 0, byPolicy = 0 } = query.data ?? {}
  return (
    <Panel
      title={text.title}
      actions={
        total > 0 ? (
          <a className={ui.quiet} href={`/export/undelivered.csv?period=${period}`} download>
            {text.csv}
          </a>
        ) : null
      }
    >
      <div className={ui.stack}>
        {query.error ? <ErrorNote error={query.error} /> : null}
        {query.data && total === 0 ? <p>{text.none}</p> : null}
        {letters.length > 0 ? (
          <>
            <p className={ui.soft}>{text.lead}</p>
            {byPolicy > 0 ? <p>{text.byPolicyCount(byPolicy)}</p> : null}
            <UndeliveredTable
              letters={letters}
              momentOf={(at) => moment(at, timeZone, locale)}
              chosen={chosen}
              onChoose={setChosen}
            />
          </>
        ) : null}
        <SendAgain period={period} chosen={chosen} choosable={choosableOf(letters)} onChoose={setChosen} />
        {total > ON_PAGE ? (
          <div className={ui.buttons}>
            <Button variant="default" disabled={offset === 0} onClick={() => setOffset(offset - ON_PAGE)}>
              {text.before}
            </Button>
            <Button variant="default" disabled={offset + ON_PAGE >= total} onClick={() => setOffset(offset + ON_PAGE)}>
              {text.next}
            </Button>
            <span className={ui.soft}>{text.range(offset + 1, Math.min(offset + ON_PAGE, total), total)}</span>
          </div>
        ) : null}
      </div>
    </Panel>
  )
}

interface SendAgainProps {
  readonly period: string
  readonly chosen: ReadonlySet<string>
  /** Customer numbers on this page that may be chosen. */
  readonly choosable: readonly string[]
  readonly onChoose: (chosen: ReadonlySet<string>) => void
}

/** Sends the chosen invitations again, after a confirmation with their number. */
function SendAgain({ period, chosen, choosable, onChoose }: SendAgainProps) {
  const { again: text } = useLanguage().words.reporting.waves.undelivered
  const [isAsked, setAsked] = useState(false)
  const send = useMutation(
    trpc.letters.sendAgain.mutationOptions({
      onSuccess: () => onChoose(new Set()),
      onSettled: () => {
        setAsked(false)
        void queryClient.invalidateQueries()
      },
    }),
  )
  return (
    <>
      {choosable.length > 0 ? (
        <>
          <p className={ui.soft}>{text.hint}</p>
          <div className={ui.buttons}>
            <Button variant="default" onClick={() => onChoose(new Set([...chosen, ...choosable]))}>
              {text.chooseAll}
            </Button>
            <Button disabled={chosen.size === 0} onClick={() => setAsked(true)}>
              {text.action(chosen.size)}
            </Button>
          </div>
        </>
      ) : null}
      {send.error ? <ErrorNote error={send.error} /> : null}
      {send.data ? <Note>{text.done(send.data.sent, send.data.left)}</Note> : null}
      {isAsked ? (
        <ConfirmDialog
          title={text.confirmTitle(chosen.size)}
          action={text.action(chosen.size)}
          busy={send.isPending}
          onConfirm={() => send.mutate({ period, customerNumbers: [...chosen] })}
          onClose={() => setAsked(false)}
        >
          <p className={ui.soft}>{text.confirm}</p>
        </ConfirmDialog>
      ) : null}
    </>
  )
}

interface UndeliveredTableProps {
  readonly letters: readonly UndeliveredLetter[]
  readonly momentOf: (at: Instant) => string
  /** Customer numbers of the invitations to send again. */
  readonly chosen: ReadonlySet<string>
  readonly onChoose: (chosen: ReadonlySet<string>) => void
}

/** Customer numbers of the invitations that may be sent again. */
const choosableOf = (letters: readonly UndeliveredLetter[]): readonly string[] =>
  letters.flatMap(({ customerNumber, mayBeSentAgain }) =>
    mayBeSentAgain && customerNumber !== null ? [customerNumber] : [],
  )

/** The mail server's reply is not translated. */
function UndeliveredTable({ letters, momentOf, chosen, onChoose }: UndeliveredTableProps) {
  const { words } = useLanguage()
  const { undelivered: text } = words.reporting.waves
  const { reasons } = words.reporting.programme.skips
  const columns = { ...text.columns, again: text.again.column }
  const choosable = choosableOf(letters)
  const names = ['customer', 'kind', 'state', 'at', 'why'] as const
  const choose = (customerNumber: string, isChosen: boolean) =>
    onChoose(new Set([...chosen].filter((one) => one !== customerNumber).concat(isChosen ? [customerNumber] : [])))
  return (
    <WideTable caption={text.title} isStacked>
      <ColumnHeads columns={choosable.length > 0 ? ['again', ...names] : names} names={columns} />
      <tbody>
        {letters.map(({ customerNumber, kind, state, byPolicy, at, reply, reason, mayBeSentAgain }, index) => (
          <tr key={index}>
            {choosable.length > 0 ? (
              <td data-label={columns.again}>
                {mayBeSentAgain && customerNumber !== null ? (
                  <span translate="no">
                    <Checkbox
                      aria-label={text.again.choose(customerNumber)}
                      checked={chosen.has(customerNumber)}
                      onChange={({ currentTarget }) => choose(customerNumber, currentTarget.checked)}
                    />
                  </span>
                ) : null}
              </td>
            ) : null}
            <td data-label={columns.customer} translate="no">
              {customerNumber ?? text.notTold}
            </td>
            <td data-label={columns.kind}>{text.kinds[kind]}</td>
            <td data-label={columns.state}>{byPolicy ? text.byPolicy(text.states[state]) : text.states[state]}</td>
            <td data-label={columns.at}>{at === null ? words.reporting.shell.none : momentOf(at)}</td>
            <td data-label={columns.why}>
              {reason === null ? <span translate="no">{reply}</span> : (reasons[reason] ?? reasons.other)}
            </td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  )
}
