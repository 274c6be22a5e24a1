import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { verdictValue } from '@wayproof/messages/goal-value'
import { shapeOf } from '@wayproof/scorecard/claims/verdict-shape'
import { useState } from 'react'
import { type Closing, queryClient, trpc } from '../api.ts'
import { ColumnHeads } from '../components/column-heads.tsx'
import ui from '../components/components.module.css'
import { ErrorNote } from '../components/note.tsx'
import { Panel } from '../components/panel.tsx'
import { WideTable } from '../components/wide-table.tsx'
import { ConfirmDialog } from '../forms/confirm-dialog.tsx'
import { StatusShape } from '../glyphs/status-shape.tsx'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'
import styles from './closing.module.css'

/** Lists the frozen or sealed goals and their signatures. */
export function GoalsPanel({ view, period }: { readonly view: Closing; readonly period: string }) {
  const { locale, words } = useLanguage()
  const text = words.reporting.closing.goals
  const { columns } = text
  return (
    <Panel title={text.title}>
      <WideTable caption={text.caption} isStacked>
        <ColumnHeads columns={['goal', 'figure', 'owner', 'signed']} names={columns} numbers={['figure']} />
        <tbody>
          {view.scorecard.verdicts.map((verdict) => {
            const shape = shapeOf(verdict)
            const goal = view.goals.find((candidate) => candidate.goal === verdict.goal)
            return (
              <tr key={verdict.goal} className={styles.row}>
                <th scope="row">
                  <span className={styles.goal}>
                    <StatusShape shape={shape} label={words.scorecard.claims.label(verdict)} />
                    {words.goals.names[verdict.goal]}
                  </span>
                </th>
                <td data-number data-label={columns.figure}>
                  {verdictValue(verdict, locale) ?? words.reporting.scorecard.noValue}{' '}
                  <span className={styles.target}>{words.scorecard.target(verdict)}</span>
                </td>
                <td data-label={columns.owner}>{words.goals.owners[verdict.owner]}</td>
                <td data-label={columns.signed}>
                  {goal ? <SignatureCell goal={goal} freeze={view.freeze} period={period} stage={view.stage} /> : null}
                </td>
              </tr>
            )
          })}
        </tbody>
      </WideTable>
    </Panel>
  )
}

interface SignatureCellProps {
  readonly goal: Closing['goals'][number]
  readonly freeze: Closing['freeze']
  readonly period: string
  readonly stage: Closing['stage']
}

/** Shows the signature for a goal, or the form in which its owner signs. */
function SignatureCell({ goal: { goal, signed, mine, people }, freeze, period, stage }: SignatureCellProps) {
  const { words } = useLanguage()
  const text = words.reporting.closing.goals
  const { dayOf } = useOrganisationDays()
  const [isConfirming, setIsConfirming] = useState(false)
  const sign = useMutation(
    trpc.period.sign.mutationOptions({
      onSettled: () => {
        setIsConfirming(false)
        void queryClient.invalidateQueries()
      },
    }),
  )
  const name = words.goals.names[goal]
  if (signed) return <span translate="no">{text.signedBy(signed.by, dayOf(signed.at))}</span>
  if (stage === 'closed') return <span>{words.reporting.shell.none}</span>
  if (people === 0) return <span className={ui.soft}>{text.nobody}</span>
  if (!freeze) return <span className={ui.soft}>{text.notYet}</span>
  if (!mine) return <span className={ui.soft}>{text.unsigned}</span>
  return (
    <>
      <Button size="compact-sm" aria-label={text.signGoal(name)} onClick={() => setIsConfirming(true)}>
        {text.sign}
      </Button>
      {sign.error ? <ErrorNote error={sign.error} /> : null}
      {isConfirming ? (
        <ConfirmDialog
          title={text.confirmTitle(name)}
          action={text.sign}
          busy={sign.isPending}
          onConfirm={() => sign.mutate({ period, freeze: freeze.id, goal })}
          onClose={() => setIsConfirming(false)}
        >
          <p className={ui.soft}>{text.confirm}</p>
        </ConfirmDialog>
      ) : null}
    </>
  )
}
