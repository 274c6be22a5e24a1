import { Button, NativeSelect } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { day } from '@wayproof/messages/date-format'
import type { CloseChange } from '@wayproof/survey/waves/close-change'
import type { Wave } from '@wayproof/survey/waves/wave'
import { type ReactNode, useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { Facts } from '../components/facts.tsx'
import { ErrorNote, Note } from '../components/note.tsx'
import { Panel } from '../components/panel.tsx'
import { ConfirmDialog } from '../forms/confirm-dialog.tsx'
import { Form } from '../forms/form.tsx'
import { TextField } from '../forms/text-field.tsx'
import { useFocusAfter } from '../forms/use-focus-after.ts'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { useOrganisationDays } from '../organisation-day.ts'
import styles from '../waves/waves.module.css'

/** Shows the closing day of a wave and the change that two officers agreed on or still discuss. */
export function ClosingPanel({ wave }: { readonly wave: Wave }) {
  const text = useLanguage().words.reporting.waves.closing
  const { dayOf } = useOrganisationDays()
  const { user } = useMe()
  const query = useQuery(trpc.wave.closeChanges.queryOptions({ period: wave.period }))
  const people = useQuery(trpc.people.list.queryOptions())
  const open = wave.status === 'open'
  const changes = query.data ?? []
  const pendingChange = open ? changes.find(({ decided }) => decided === null) : undefined
  const decidedChanges = changes.filter(({ decided }) => decided !== null)
  if (!open && decidedChanges.length === 0) return null
  const isOnlyOfficer = people.data?.filter(({ role }) => role === 'officer').length === 1
  const isCloseChanged = wave.closesAt !== wave.sealedClosesAt
  return (
    <Panel title={text.title}>
      <div className={ui.stack}>
        {open ? (
          <p>
            {text.closes(dayOf(wave.closesAt - 1))}{' '}
            {isCloseChanged ? text.sealed(dayOf(wave.sealedClosesAt - 1)) : null}
          </p>
        ) : null}
        {query.error ? <ErrorNote error={query.error} /> : null}
        {open && !pendingChange ? <p className={ui.soft}>{isOnlyOfficer ? text.alone : text.lead}</p> : null}
        {open && isOnlyOfficer ? (
          <p>
            <Link to="/people" className={ui.quiet}>
              {text.invite}
            </Link>
          </p>
        ) : null}
        {pendingChange ? (
          <div>
            <DecideClose change={pendingChange} isMine={pendingChange.proposedBy.id === user?.id} />
          </div>
        ) : null}
        {open && !pendingChange && people.data && !isOnlyOfficer ? <ProposeClose wave={wave} /> : null}
        {decidedChanges.length > 0 && open ? <p className={ui.soft}>{text.history}</p> : null}
        {decidedChanges.map((change) => (
          <CloseChangeFacts key={change.id} change={change} />
        ))}
      </div>
    </Panel>
  )
}

function ProposeClose({ wave }: { readonly wave: Wave }) {
  const text = useLanguage().words.reporting.waves.closing
  const { today } = useOrganisationDays()
  const [isImmediate, setIsImmediate] = useState(true)
  const [closesOn, setClosesOn] = useState('')
  const [reason, setReason] = useState('')
  const propose = useMutation(
    trpc.wave.proposeClose.mutationOptions({ onSuccess: () => void queryClient.invalidateQueries() }),
  )
  function submit() {
    propose.mutate({ period: wave.period, closesOn: isImmediate ? null : closesOn, reason: reason.trim() })
  }
  return (
    <Form onSubmit={submit}>
      <div className={styles.form}>
        <NativeSelect
          label={text.when}
          value={isImmediate ? 'at-once' : 'on-day'}
          data={[
            { value: 'at-once', label: text.atOnce },
            { value: 'on-day', label: text.onDay },
          ]}
          onChange={({ currentTarget: { value } }) => setIsImmediate(value === 'at-once')}
        />
        {isImmediate ? null : (
          <TextField
            type="date"
            label={text.day}
            value={closesOn}
            fault={closesOn < today ? text.chooseDay : null}
            onChange={({ currentTarget: { value } }) => setClosesOn(value)}
          />
        )}
        <TextField
          className={styles.wide}
          label={text.reason}
          value={reason}
          maxLength={300}
          fault={reason.trim() === '' ? text.giveReason : null}
          onChange={({ currentTarget: { value } }) => setReason(value)}
        />
      </div>
      {propose.error ? <ErrorNote error={propose.error} /> : null}
      <div className={styles.actions}>
        <Button type="submit" variant="default" loading={propose.isPending}>
          {text.propose}
        </Button>
      </div>
    </Form>
  )
}

interface DecideCloseProps {
  readonly change: CloseChange
  readonly isMine: boolean
}

/** The officer who proposed the change may withdraw it; another officer approves or declines it. */
function DecideClose({ change, isMine }: DecideCloseProps) {
  const text = useLanguage().words.reporting.waves.closing
  const [openDialog, setOpenDialog] = useState<'approve' | 'decline' | 'takeBack' | null>(null)
  const callbacks = {
    onSettled: () => {
      setOpenDialog(null)
      void queryClient.invalidateQueries()
    },
  }
  const decide = useMutation(trpc.approval.decide.mutationOptions(callbacks))
  const withdraw = useMutation(trpc.approval.withdraw.mutationOptions(callbacks))
  const error = decide.error ?? withdraw.error
  useFocusAfter('h1')
  const isImmediate = openDialog === 'approve' && change.closesOn === null
  return (
    <>
      <p className={styles.chosen}>{text.asked}</p>
      <CloseChangeFacts change={change} />
      {isMine ? <Note>{text.waitsForOther}</Note> : null}
      {error ? <ErrorNote error={error} /> : null}
      <div className={styles.actions}>
        {isMine ? (
          <Button variant="default" onClick={() => setOpenDialog('takeBack')}>
            {text.takeBack.action}
          </Button>
        ) : (
          <>
            <Button onClick={() => setOpenDialog('approve')}>{text.approve.action}</Button>
            <Button variant="default" onClick={() => setOpenDialog('decline')}>
              {text.decline.action}
            </Button>
          </>
        )}
      </div>
      {openDialog ? (
        <ConfirmDialog
          title={text[openDialog].confirmTitle}
          action={text[openDialog].action}
          busy={decide.isPending || withdraw.isPending}
          onConfirm={() =>
            openDialog === 'takeBack'
              ? withdraw.mutate({ id: change.id })
              : decide.mutate({ id: change.id, approve: openDialog === 'approve' })
          }
          onClose={() => setOpenDialog(null)}
        >
          <p className={ui.soft}>{isImmediate ? text.approve.confirmAtOnce : text[openDialog].confirm}</p>
        </ConfirmDialog>
      ) : null}
    </>
  )
}

/** Shows officers the proposed closing day, the reason, and who proposed and decided it. */
function CloseChangeFacts({ change }: { readonly change: CloseChange }) {
  const { locale, words } = useLanguage()
  const { dayOf } = useOrganisationDays()
  const text = words.reporting.waves.closing
  const { closesOn, reason, proposedBy, proposedAt, decided } = change
  const isOwnProposal = decided?.by.id === proposedBy.id
  const rows: readonly (readonly [string, ReactNode])[] = [
    [text.when, closesOn === null ? text.atOnce : text.onThatDay(day(closesOn, locale))],
    [text.why, <Own key="why" text={reason} />],
    [text.proposedBy, <Own key="proposed" text={proposedBy.name} after={dayOf(proposedAt)} />],
    ...(decided
      ? [
          [
            decided.approved ? text.approvedBy : isOwnProposal ? text.takenBackBy : text.declinedBy,
            <Own key="decided" text={decided.by.name} after={dayOf(decided.at)} />,
          ] as const,
        ]
      : []),
  ]
  return <Facts facts={rows} />
}

function Own({ text, after }: { readonly text: string; readonly after?: string }) {
  const { listed } = useLanguage().words.reporting.shell
  return (
    <>
      <span translate="no">{text}</span>
      {after === undefined ? null : `${listed}${after}`}
    </>
  )
}
