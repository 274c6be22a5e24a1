import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { startOfDay } from '@wayproof/kernel/calendar/calendar-date'
import type { Locale } from '@wayproof/kernel/people/locale'
import { day, periodName } from '@wayproof/messages/date-format'
import { type ActionText, isOpenAction } from '@wayproof/oversight/actions/action'
import type { ListedAction } from '@wayproof/oversight/actions/list-actions'
import { GOALS } from '@wayproof/scorecard/goals/goal'
import { Fragment, useState } from 'react'
import { client, queryClient, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { LinkButton } from '../components/link-button.tsx'
import { ErrorNote } from '../components/note.tsx'
import { StateMark } from '../components/state-mark.tsx'
import { Verbatim } from '../components/verbatim.tsx'
import { DueMark } from '../deadlines/due-mark.tsx'
import { ConfirmDialog } from '../forms/confirm-dialog.tsx'
import { NewerNote } from '../forms/newer-note.tsx'
import { useSeen } from '../forms/use-seen.ts'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'
import { RecordTable } from '../records/record-table.tsx'
import { offerUndo } from '../undo/undo-offer.ts'
import { ActionFields, trimmedAction } from './action-fields.tsx'
import { actionText } from './action-text.ts'
import { type ActionDialogProps, OutcomeDialog } from './outcome-dialog.tsx'

/** Edits an agreed action, unless somebody else has changed it since the dialog opened. */
function ChangeActionDialog({ action, onClose }: ActionDialogProps) {
  const { locale, words } = useLanguage()
  const { today } = useOrganisationDays()
  const { id, dueOn } = action
  const list = useQuery(trpc.action.list.queryOptions())
  const current = list.data?.actions.find((each) => each.id === id) ?? action
  const [inputs, setInputs] = useState(() => inputsOf(action, locale))
  const { seen: seenRevision, isNewer, setSeen } = useSeen(current.revision)
  const change = useMutation(
    trpc.action.change.mutationOptions({
      onSuccess: async (_, { seen: seenNow, ...saved }) => {
        await queryClient.invalidateQueries()
        onClose()
        const before = { ...trimmedAction(inputsOf(current, locale)), id, seen: seenNow + 1 }
        if (JSON.stringify(before) !== JSON.stringify({ ...saved, seen: seenNow + 1 }))
          offerUndo({
            text: words.reporting.shell.saved,
            undo: async () => (await client.action.change.mutate(before)) === null,
          })
      },
      onError: () => void queryClient.invalidateQueries(),
    }),
  )
  const { remedy } = words.reporting.closing
  const { add, columns } = words.reporting.actions
  const theirsOf = (theirs: typeof inputs) =>
    (
      [
        [add.text, 'text', theirs.text],
        [columns.owner, 'owner', words.goals.owners[theirs.owner]],
        [remedy.dueOn, 'dueOn', theirs.dueOn],
        [columns.effect, 'effect', theirs.effect],
      ] as const
    ).flatMap(([label, field, text]) => (theirs[field] === inputs[field] ? [] : [[label, text] as const]))
  return (
    <ConfirmDialog
      title={words.reporting.actions.edit}
      action={words.reporting.shell.save}
      busy={change.isPending}
      onConfirm={() => change.mutate({ ...trimmedAction(inputs), id, seen: seenRevision })}
      onClose={onClose}
    >
      <ActionFields inputs={inputs} isDayWrong={inputs.dueOn !== dueOn && inputs.dueOn <= today} onChange={setInputs} />
      {change.error && !isNewer ? <ErrorNote error={change.error} /> : null}
      {isNewer ? (
        <NewerNote
          theirs={theirsOf(inputsOf(current, locale))}
          onTake={() => {
            setInputs(inputsOf(current, locale))
            setSeen(current.revision)
          }}
          onKeep={() => {
            change.reset()
            setSeen(current.revision)
          }}
        />
      ) : null}
    </ConfirmDialog>
  )
}

const inputsOf = (action: ActionDialogProps['action'], locale: Locale): ActionText => ({
  ...{ text: actionText(action, locale), owner: action.owner, dueOn: action.dueOn },
  effect: action.effect ?? '',
})

const DIALOGS = { outcome: OutcomeDialog, change: ChangeActionDialog } as const

type DialogKind = keyof typeof DIALOGS

interface ActionTableProps {
  readonly actions: readonly ListedAction[]
  readonly today: string
  readonly isOfficer: boolean
}

/** One row an action; officers edit, and officers and owners record outcomes. */
export function ActionTable({ actions, today, isOfficer }: ActionTableProps) {
  const { locale, words } = useLanguage()
  const { columns, caption, none, noOwner, effectOfFeedback } = words.reporting.actions
  const [dialog, setDialog] = useState<{ readonly kind: DialogKind; readonly action: ListedAction } | null>(null)
  const Dialog = dialog && DIALOGS[dialog.kind]
  return (
    <>
      {actions.length === 0 ? (
        <p className={ui.soft}>{none}</p>
      ) : (
        <RecordTable
          caption={caption}
          columns={[columns.action, columns.owner, columns.due, columns.effect, columns.outcome]}
          records={actions.map((action) => ({
            id: action.id,
            head: (
              <>
                <span id={nameId(action)} translate="no">
                  {actionText(action, locale)}
                </span>
                <ActionOriginLine action={action} />
              </>
            ),
            cells: [
              <Fragment key="owner">
                <span className={ui.line}>{words.goals.owners[action.owner]}</span>
                {action.isOwnerInOffice ? null : <StateMark shape="amber" label={noOwner} />}
              </Fragment>,
              <DueCell key="due" action={action} today={today} />,
              action.effect === null ? (
                <span key="effect" className={ui.soft}>
                  {effectOfFeedback}
                </span>
              ) : (
                <Verbatim key="effect">{action.effect}</Verbatim>
              ),
              <OutcomeCell
                key="outcome"
                action={action}
                isOfficer={isOfficer}
                onAsk={(kind) => setDialog({ kind, action })}
              />,
            ],
          }))}
        />
      )}
      {/* Stays open with what was typed when a refetch takes its action off the list. */}
      {dialog && Dialog ? <Dialog action={dialog.action} onClose={() => setDialog(null)} /> : null}
    </>
  )
}

/** The due day, and of an open action the time left. */
function DueCell({ action, today }: { readonly action: ListedAction; readonly today: string }) {
  const { locale } = useLanguage()
  const { timeZone } = useOrganisationDays()
  return (
    <>
      <span className={ui.line}>{day(action.dueOn, locale)}</span>
      {isOpenAction(action) ? (
        <DueMark due={{ day: action.dueOn }} now={startOfDay(today, timeZone)} timeZone={timeZone} />
      ) : null}
    </>
  )
}

const nameId = ({ id }: ListedAction) => `action-${id}`

interface OutcomeCellProps {
  readonly action: ListedAction
  readonly isOfficer: boolean
  readonly onAsk: (kind: DialogKind) => void
}

/** The last outcome, and the buttons of those who may act. */
function OutcomeCell({ action, isOfficer, onAsk }: OutcomeCellProps) {
  const { words } = useLanguage()
  const { outcome, isFixed, isMine } = action
  const text = words.reporting.actions
  // Two elements form the accessible name, because only the action must stay untranslated.
  const labelled = (kind: DialogKind) => {
    const id = `${kind}-${action.id}`
    return { id, 'aria-labelledby': `${id} ${nameId(action)}` }
  }
  const isAgreed = action.origin !== 'red-goal' && action.origin !== 'feedback'
  return (
    <>
      {outcome ? (
        <>
          <StateMark shape={SHAPES[outcome.state]} label={words.closing.outcomes[outcome.state]} />
          <span className={ui.line}>
            <Verbatim>{outcome.text}</Verbatim>
          </span>
        </>
      ) : (
        <span className={`${ui.line} ${ui.soft}`}>{text.noOutcome}</span>
      )}
      <span className={ui.rowActions}>
        {(isOfficer || isMine) && isOpenAction(action) ? (
          <LinkButton {...labelled('outcome')} onClick={() => onAsk('outcome')}>
            {text.record}
          </LinkButton>
        ) : null}
        {isOfficer && isAgreed && !isFixed && isOpenAction(action) ? (
          <LinkButton {...labelled('change')} onClick={() => onAsk('change')}>
            {text.edit}
          </LinkButton>
        ) : null}
        {isOfficer && action.origin === 'red-goal' && !isFixed ? (
          <Link to="/closing" search={{ period: action.period }}>
            {text.inClosing}
          </Link>
        ) : null}
      </span>
    </>
  )
}

const SHAPES = { done: 'demonstrated', 'under-way': 'amber', dropped: 'unknown' } as const

/** The origin of an action with a link to it, and its half-year. */
function ActionOriginLine({ action }: { readonly action: ListedAction }) {
  const { locale, words } = useLanguage()
  return (
    <span className={ui.fileName}>
      <OriginLink action={action} />
      {words.reporting.shell.listed}
      {periodName(action.period, locale)}
    </span>
  )
}

function OriginLink({ action: { origin, originId, period } }: { readonly action: ListedAction }) {
  const { words } = useLanguage()
  const name = words.reporting.actions.origins[origin]
  const { labelled } = words.reporting.shell
  switch (origin) {
    case 'red-goal': {
      const goal = GOALS.find((goalId) => goalId === originId)
      return (
        <Link to="/closing" search={{ period }}>
          {goal ? labelled(name, words.goals.names[goal]) : name}
        </Link>
      )
    }
    case 'audit-finding':
    case 'security-finding':
      return (
        <Link
          to="/registers/$register"
          params={{ register: `${origin}s` }}
          search={{ row: JSON.stringify([originId]) }}
        >
          {labelled(name, originId)}
        </Link>
      )
    case 'feedback':
      return <Link to="/waves">{name}</Link>
    default:
      return (
        <Link to="/meetings/$meeting" params={{ meeting: originId }}>
          {name}
        </Link>
      )
  }
}
