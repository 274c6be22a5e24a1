import { Button, Checkbox } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { approvalName, differenceText } from '@wayproof/messages/approval-text'
import { periodName } from '@wayproof/messages/date-format'
import { useState } from 'react'
import { type ApprovalsView, queryClient, type ShownApproval, trpc } from '../api.ts'
import bridgeStyles from '../bridge/bridge.module.css'
import { BridgeRows } from '../bridge/bridge-rows.tsx'
import ui from '../components/components.module.css'
import { FaultPanel } from '../components/fault-panel.tsx'
import { Loading } from '../components/loading.tsx'
import { ErrorNote } from '../components/note.tsx'
import { PageHead } from '../components/page-head.tsx'
import { Panel } from '../components/panel.tsx'
import { Verbatim } from '../components/verbatim.tsx'
import { ConfirmDialog } from '../forms/confirm-dialog.tsx'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'
import styles from './approvals.module.css'
import { useApprovals } from './use-approvals.ts'

/** Changes that need two people: those that wait for the reader, those that wait for others, and decided ones. */
export function ApprovalsPage() {
  const text = useLanguage().words.reporting.approvals
  const approvals = useApprovals()
  if (approvals.isLoadingError) return <FaultPanel error={approvals.error} onAgain={() => void approvals.refetch()} />
  if (!approvals.data) return <Loading heights={[76, 240, 160]} />
  const { waiting, others, takenOut, decided } = approvals.data
  return (
    <>
      <PageHead title={text.title} lead={text.lead} />
      <Approvals title={text.waiting.title} none={text.waiting.none} approvals={waiting} />
      <TakenOutPanel takenOut={takenOut} />
      <Approvals title={text.others.title} none={text.others.none} approvals={others} />
      <Approvals title={text.decided.title} none={text.decided.none} approvals={decided} />
    </>
  )
}

interface ApprovalsProps {
  readonly title: string
  readonly none: string
  readonly approvals: readonly ShownApproval[]
}

function Approvals({ title, none, approvals }: ApprovalsProps) {
  return (
    <Panel title={title}>
      {approvals.length === 0 ? <p className={ui.soft}>{none}</p> : null}
      <ul className={styles.list}>
        {approvals.map((approval) => (
          <ApprovalItem key={approval.id} approval={approval} />
        ))}
      </ul>
    </Panel>
  )
}

/** Rows that one person took out of a begun period, by goal and half-year, for an officer to propose their exclusion. */
function TakenOutPanel({ takenOut }: { readonly takenOut: ApprovalsView['takenOut'] }) {
  const { locale, words } = useLanguage()
  const text = words.bridge.takenOut
  if (takenOut.length === 0) return null
  const groups = Map.groupBy(takenOut, ({ goal, period }) => `${goal} ${period}`)
  return (
    <Panel title={text.title}>
      <p className={ui.soft}>{text.lead}</p>
      {[...groups].map(([key, [first, ...others]]) => {
        if (!first) return null
        const name = `${words.goals.names[first.goal]} · ${periodName(first.period, locale)}`
        return (
          <section key={key} aria-label={name}>
            <h3 className={bridgeStyles.group}>{name}</h3>
            <BridgeRows
              goal={first.goal}
              name={name}
              rows={[first, ...others].map(({ row }) => row)}
              period={first.period}
            />
          </section>
        )
      })}
    </Panel>
  )
}

type Step = 'approve' | 'decline' | 'withdraw'

/** A change with what it changes, who asked for it, and what the reader may do. */
function ApprovalItem({ approval }: { readonly approval: ShownApproval }) {
  const { locale, words } = useLanguage()
  const { dayOf } = useOrganisationDays()
  const { approvals: text, people, rules, waves } = words.reporting
  const { id, proposedBy, proposedAt, expiresAt, reason, state, decided, mayDecide, isMine, approvers, promises } =
    approval
  const [step, setStep] = useState<Step | null>(null)
  const [hasRead, setHasRead] = useState(false)
  const [confirmed, setConfirmed] = useState<readonly string[]>([])
  const done = {
    onSettled: () => {
      setStep(null)
      void queryClient.invalidateQueries()
    },
  }
  const decide = useMutation(trpc.approval.decide.mutationOptions(done))
  const withdraw = useMutation(trpc.approval.withdraw.mutationOptions(done))
  const differences = approval.differences.map((difference) => ({
    ...differenceText(difference, { reporting: { approvals: text, people, rules, waves } }, locale),
    field: difference.field,
    isLine: difference.field.startsWith('sentence:'),
  }))
  const lines = differences.filter(({ isLine }) => isLine)
  const isPending = state === 'pending'
  const steps: readonly Step[] = !isPending ? [] : mayDecide ? ['approve', 'decline'] : isMine ? ['withdraw'] : []
  const run = (chosen: Step) =>
    chosen === 'withdraw'
      ? withdraw.mutate({ id })
      : decide.mutate({ id, approve: chosen === 'approve', confirmed: [...confirmed] })
  const error = decide.error ?? withdraw.error
  const isUnread = (lines.length > 0 && !hasRead) || confirmed.length < promises.length
  return (
    <li className={styles.item}>
      <h3 className={styles.name}>{approvalName(approval, words, locale)}</h3>
      <p className={ui.soft}>
        <Verbatim>{text.askedBy(proposedBy.name, dayOf(proposedAt))}</Verbatim>
        {isPending ? ` · ${text.until(dayOf(expiresAt))}` : null}
      </p>
      {reason ? <p>{text.reason(reason)}</p> : null}
      <Differences differences={differences.filter(({ isLine }) => !isLine)} />
      {lines.length > 0 ? (
        <details>
          <summary>{text.lines(lines.length)}</summary>
          <Differences differences={lines} />
        </details>
      ) : null}
      {decided ? (
        <p>
          {decided.by ? (
            <Verbatim>{text.decidedBy(text.states[state], decided.by.name, dayOf(decided.at))}</Verbatim>
          ) : (
            text.decidedOn(text.states[state], dayOf(decided.at))
          )}
        </p>
      ) : null}
      {isPending && !mayDecide ? (
        <p className={ui.soft}>
          {approvers.length > 0 ? (
            <Verbatim>{text.approvers(approvers.join(words.reporting.shell.listed))}</Verbatim>
          ) : (
            text.nobody
          )}
        </p>
      ) : null}
      {mayDecide && lines.length > 0 ? (
        <Checkbox
          label={text.read}
          checked={hasRead}
          onChange={({ currentTarget: { checked } }) => setHasRead(checked)}
        />
      ) : null}
      {promises.length > 0 ? (
        <PromiseLines
          promises={promises.map((promise) => ({
            ...promise,
            text: lines.find(({ field }) => field === promise.field)?.value ?? '',
          }))}
          confirmed={confirmed}
          onChange={setConfirmed}
        />
      ) : null}
      {error ? <ErrorNote error={error} /> : null}
      {steps.length > 0 ? (
        <div className={ui.buttons}>
          {steps.map((each) => (
            <Button
              key={each}
              {...(each === 'approve' ? {} : { variant: 'default' })}
              disabled={each === 'approve' && isUnread}
              onClick={() => setStep(each)}
            >
              {text[each].action}
            </Button>
          ))}
        </div>
      ) : null}
      {step ? (
        <ConfirmDialog
          title={text[step].title}
          action={text[step].action}
          busy={decide.isPending || withdraw.isPending}
          onConfirm={() => run(step)}
          onClose={() => setStep(null)}
        >
          <p className={ui.soft}>{text[step].text}</p>
        </ConfirmDialog>
      ) : null}
    </li>
  )
}

function Differences({
  differences,
}: {
  readonly differences: readonly { readonly name: string; readonly value: string }[]
}) {
  if (differences.length === 0) return null
  return (
    <dl className={styles.lines}>
      {differences.map(({ name, value }) => (
        <div key={`${name} ${value}`}>
          <dt>{name}</dt>
          <dd>
            <Verbatim>{value}</Verbatim>
          </dd>
        </div>
      ))}
    </dl>
  )
}

interface PromiseLine {
  readonly field: string
  readonly original: string
  readonly text: string
}

interface PromiseLinesProps {
  readonly promises: readonly PromiseLine[]
  /** The fields of the confirmed lines. */
  readonly confirmed: readonly string[]
  readonly onChange: (confirmed: readonly string[]) => void
}

/** The lines that make a promise about privacy, each beside its original, to be confirmed one by one. */
function PromiseLines({ promises, confirmed, onChange }: PromiseLinesProps) {
  const { approvals: text } = useLanguage().words.reporting
  return (
    <fieldset className={styles.promises}>
      <legend className={styles.name}>{text.promises(promises.length, confirmed.length)}</legend>
      <ul className={styles.list}>
        {promises.map(({ field, original, text: translated }) => (
          <li key={field} className={styles.line}>
            <p className={ui.soft}>{original}</p>
            <p>
              <Verbatim>{translated}</Verbatim>
            </p>
            <Checkbox
              label={text.promise}
              checked={confirmed.includes(field)}
              onChange={({ currentTarget: { checked } }) =>
                onChange(checked ? [...confirmed, field] : confirmed.filter((other) => other !== field))
              }
            />
          </li>
        ))}
      </ul>
    </fieldset>
  )
}
