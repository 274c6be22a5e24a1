import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { type Closing, queryClient, trpc } from '../api.ts'
import styles from '../closing/closing.module.css'
import { LinkButton } from '../components/link-button.tsx'
import { ErrorNote } from '../components/note.tsx'
import { Form } from '../forms/form.tsx'
import { UnsavedGuard } from '../forms/unsaved-guard.tsx'
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
  // Fixed when the form opens, so that a refetch does not hide another person's change.
  const [changeCount] = useState(remedy.changes.length)
  const change = useMutation(
    trpc.period.changeRemedy.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries()
        onClose()
      },
    }),
  )
  function submit() {
    change.mutate({ id: remedy.id, seen: changeCount, ...trimmed(inputs) })
  }
  const isChanged = (['note', 'action', 'effect', 'dueOn'] as const).some((name) => inputs[name] !== remedy[name])
  const isDayWrong = inputs.dueOn !== remedy.dueOn && inputs.dueOn <= today
  return (
    <Form className={styles.form} onSubmit={submit}>
      <UnsavedGuard isDirty={() => !change.isSuccess && isChanged} />
      <RemedyFields inputs={inputs} note={note} isDayWrong={isDayWrong} onChange={setInputs} />
      {change.error ? <ErrorNote error={change.error} /> : null}
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
