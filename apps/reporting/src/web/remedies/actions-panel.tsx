import { Button, NativeSelect } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { day, moment } from '@wayproof/messages/date-format'
import { type Answered, remediesByState } from '@wayproof/scorecard/closing/remedies/remedies-by-state'
import type { RemedyText } from '@wayproof/scorecard/closing/remedies/remedy'
import type { GoalId } from '@wayproof/scorecard/goals/goal'
import { useState } from 'react'
import { type Closing, queryClient, trpc } from '../api.ts'
import styles from '../closing/closing.module.css'
import ui from '../components/components.module.css'
import { LinkButton } from '../components/link-button.tsx'
import { ErrorNote } from '../components/note.tsx'
import { Panel } from '../components/panel.tsx'
import { Form } from '../forms/form.tsx'
import { NewerNote } from '../forms/newer-note.tsx'
import { UnsavedGuard } from '../forms/unsaved-guard.tsx'
import { useSeen } from '../forms/use-seen.ts'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { useOrganisationDays } from '../organisation-day.ts'
import { ActionList } from './action-list.tsx'
import { RemedyFields, trimmed } from './remedy-fields.tsx'

interface ActionsPanelProps {
  readonly view: Closing
  readonly period: string
  readonly isOfficer: boolean
}

type Remedies = Closing['actions']['remedies']
type Decided = Answered<Remedies[number]>

/**
 * Lists the actions on missed goals and on a survey that was not held; officers edit them until the freeze. Actions
 * on goals that are no longer red stand apart.
 */
export function ActionsPanel({ view: { stage, scorecard, actions }, period, isOfficer }: ActionsPanelProps) {
  const text = useLanguage().words.reporting.closing.remedy
  const { red, noWave, past } = remediesByState(scorecard.verdicts, actions.remedies)
  const open = isOfficer && (stage === 'ended' || stage === 'reopened')
  const panel = ({ goals, bare, remedies }: Decided, words: { title: string; lead: string; note: string }) =>
    goals.length > 0 ? (
      <Panel title={words.title}>
        <div className={ui.stack}>
          {remedies.length > 0 ? (
            <RemedyList remedies={remedies} note={open ? words.note : null} />
          ) : (
            <p className={ui.soft}>{words.lead}</p>
          )}
          {open && bare.length > 0 ? (
            <RemedyForm key={bare.length} period={period} goals={bare} note={words.note} />
          ) : null}
        </div>
      </Panel>
    ) : null
  return (
    <>
      {panel(red, text)}
      {panel(noWave, { title: text.noWave, lead: text.noWaveLead, note: text.noteNoWave })}
      {past.length > 0 ? (
        <Panel title={text.noLonger}>
          <RemedyList remedies={past} note={open ? text.note : null} />
        </Panel>
      ) : null}
    </>
  )
}

interface RemedyListProps {
  readonly remedies: Remedies
  /** The label of the note field; null where nothing can be changed. */
  readonly note: string | null
}

function RemedyList({ remedies, note }: RemedyListProps) {
  return (
    <ActionList
      actions={{ improvements: [], remedies, agreed: [] }}
      renderBelow={(id) => {
        const remedy = remedies.find((candidate) => candidate.id === id)
        if (!remedy) return null
        return (
          <>
            <RemedyHistory remedy={remedy} />
            {note === null ? null : <ChangeRemedy remedy={remedy} note={note} />}
          </>
        )
      }}
    />
  )
}

const FIELDS = ['note', 'action', 'dueOn', 'effect'] as const

/** Lists a remedy's earlier texts, newest first. */
function RemedyHistory({ remedy }: { readonly remedy: Closing['actions']['remedies'][number] }) {
  const { locale, words } = useLanguage()
  const { timeZone } = useMe()
  const text = words.reporting.closing.remedy
  const { labelled } = words.reporting.shell
  const { changes } = remedy
  if (changes.length === 0) return null
  const fieldText = (field: keyof RemedyText, { [field]: value }: RemedyText) =>
    labelled(field === 'note' ? text.noteBefore : text[field], field === 'dueOn' ? day(value, locale) : value)
  return (
    <details>
      <summary>{text.changed(changes.length)}</summary>
      <ol className={styles.changes}>
        {changes.toReversed().map((change, index) => {
          const after = changes[changes.length - index] ?? remedy
          return (
            <li key={change.changedAt}>
              <p className={ui.soft} translate="no">
                {text.changedBy(change.changedBy, moment(change.changedAt, timeZone, locale))}
              </p>
              {FIELDS.filter((field) => change[field] !== after[field]).map((field) => (
                <p key={field} translate="no">
                  {fieldText(field, change)}
                </p>
              ))}
            </li>
          )
        })}
      </ol>
    </details>
  )
}

interface RemedyFormProps {
  readonly period: string
  /** Goals that require an action and have none. */
  readonly goals: readonly GoalId[]
  /** The label of the note: why the goal is red, or why there was no survey. */
  readonly note: string
}

/** Records why a goal is red or no survey was held, and the action with its due day and expected effect. */
function RemedyForm({ period, goals, note }: RemedyFormProps) {
  const { words } = useLanguage()
  const text = words.reporting.closing.remedy
  const { today } = useOrganisationDays()
  const [goal, setGoal] = useState(goals[0]!)
  const [inputs, setInputs] = useState<RemedyText>({ note: '', action: '', effect: '', dueOn: '' })
  const decide = useMutation(
    trpc.period.decideRemedy.mutationOptions({ onSuccess: () => void queryClient.invalidateQueries() }),
  )
  function submit() {
    decide.mutate({ period, goal, ...trimmed(inputs) })
  }
  return (
    <Form isPassing className={styles.form} onSubmit={submit}>
      <NativeSelect
        className={styles.wide}
        label={text.goal}
        value={goal}
        data={goals.map((value) => ({ value, label: words.goals.names[value] }))}
        onChange={(event) => setGoal(goals.find((candidate) => candidate === event.currentTarget.value) ?? goal)}
      />
      <UnsavedGuard isDirty={() => !decide.isSuccess && Object.values(inputs).some((value) => value !== '')} />
      <RemedyFields inputs={inputs} note={note} isDayWrong={inputs.dueOn <= today} onChange={setInputs} />
      {decide.error ? <ErrorNote error={decide.error} /> : null}
      <div className={styles.wide}>
        <Button type="submit" variant="default" loading={decide.isPending}>
          {text.save}
        </Button>
      </div>
    </Form>
  )
}

type Remedy = Closing['actions']['remedies'][number]

interface ChangeRemedyProps {
  readonly remedy: Remedy
  readonly note: string
}

function ChangeRemedy({ remedy, note }: ChangeRemedyProps) {
  const { words } = useLanguage()
  const text = words.reporting.closing.remedy
  const [open, setOpen] = useState(false)
  if (open) return <ChangeForm remedy={remedy} note={note} onClose={() => setOpen(false)} />
  return (
    <LinkButton aria-label={text.editOf(words.goals.names[remedy.goal])} onClick={() => setOpen(true)}>
      {text.edit}
    </LinkButton>
  )
}

function ChangeForm({ remedy, note, onClose }: ChangeRemedyProps & { readonly onClose: () => void }) {
  const { words } = useLanguage()
  const { today } = useOrganisationDays()
  const [inputs, setInputs] = useState(() => trimmed(remedy))
  const { seen: seenChangeCount, isNewer, setSeen } = useSeen(remedy.changes.length)
  const change = useMutation(
    trpc.period.changeRemedy.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries()
        onClose()
      },
      onError: () => void queryClient.invalidateQueries(),
    }),
  )
  function submit() {
    change.mutate({ id: remedy.id, seen: seenChangeCount, ...trimmed(inputs) })
  }
  const isChanged = (['note', 'action', 'effect', 'dueOn'] as const).some((name) => inputs[name] !== remedy[name])
  const isDayWrong = inputs.dueOn !== remedy.dueOn && inputs.dueOn <= today
  const { remedy: labels } = words.reporting.closing
  const theirs = [
    ['note', note],
    ['action', labels.action],
    ['dueOn', labels.dueOn],
    ['effect', labels.effect],
  ] as const
  return (
    <Form isPassing className={styles.form} onSubmit={submit}>
      <UnsavedGuard isDirty={() => !change.isSuccess && isChanged} />
      <RemedyFields inputs={inputs} note={note} isDayWrong={isDayWrong} onChange={setInputs} />
      {change.error && !isNewer ? <ErrorNote error={change.error} /> : null}
      {isNewer ? (
        <NewerNote
          theirs={theirs
            .filter(([field]) => remedy[field] !== inputs[field])
            .map(([field, label]) => [label, remedy[field]])}
          onTake={() => {
            setInputs(trimmed(remedy))
            setSeen(remedy.changes.length)
          }}
          onKeep={() => {
            change.reset()
            setSeen(remedy.changes.length)
          }}
        />
      ) : null}
      <div className={styles.buttons}>
        <Button type="submit" variant="default" loading={change.isPending}>
          {words.reporting.shell.save}
        </Button>
        <Button variant="subtle" onClick={onClose}>
          {words.reporting.shell.cancel}
        </Button>
      </div>
    </Form>
  )
}
