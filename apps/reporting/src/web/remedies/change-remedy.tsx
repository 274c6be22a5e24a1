import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { type Closing, queryClient, trpc } from '../api.ts'
import styles from '../closing/closing.module.css'
import { LinkButton } from '../components/link-button.tsx'
import { ErrorNote } from '../components/note.tsx'
import { Form } from '../forms/form.tsx'
import { NewerNote } from '../forms/newer-note.tsx'
import { UnsavedGuard } from '../forms/unsaved-guard.tsx'
import { useSeen } from '../forms/use-seen.ts'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'
import { RemedyFields, trimmed } from './remedy-fields.tsx'

type Remedy = Closing['actions']['remedies'][number]

interface ChangeRemedyProps {
  readonly remedy: Remedy
  readonly note: string
}

export function ChangeRemedy({ remedy, note }: ChangeRemedyProps) {
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
