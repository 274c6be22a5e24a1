import { Button, Checkbox } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { ActionFields, NO_ACTION, trimmedAction } from '../actions/action-fields.tsx'
import { queryClient, trpc } from '../api.ts'
import styles from '../closing/closing.module.css'
import { ErrorNote } from '../components/note.tsx'
import { Form } from '../forms/form.tsx'
import { TextField } from '../forms/text-field.tsx'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'

/** Adds a decision, which may become an action. */
export function DecisionForm({ meetingId }: { readonly meetingId: string }) {
  const { words } = useLanguage()
  const text = words.reporting.meetings.decisions
  const { today } = useOrganisationDays()
  const [inputs, setInputs] = useState(NO_ACTION)
  const [isAction, setIsAction] = useState(false)
  const decide = useMutation(
    trpc.meeting.decide.mutationOptions({ onSuccess: () => void queryClient.invalidateQueries() }),
  )
  function submit() {
    const { text: decided, ...action } = trimmedAction(inputs)
    decide.mutate({ meetingId, text: decided, action: isAction ? action : null })
  }
  return (
    <Form className={styles.form} onSubmit={submit}>
      <TextField
        className={styles.wide}
        label={text.text}
        value={inputs.text}
        maxLength={300}
        fault={inputs.text.trim() === '' ? words.reporting.closing.remedy.empty : null}
        onChange={({ currentTarget: { value } }) => setInputs({ ...inputs, text: value })}
      />
      <Checkbox
        className={styles.wide}
        label={text.becomesAction}
        checked={isAction}
        onChange={({ currentTarget: { checked } }) => setIsAction(checked)}
      />
      {isAction ? (
        <ActionFields inputs={inputs} isDayWrong={inputs.dueOn <= today} onChange={setInputs} withoutText />
      ) : null}
      {decide.error ? <ErrorNote error={decide.error} /> : null}
      <div className={styles.wide}>
        <Button type="submit" variant="default" loading={decide.isPending}>
          {text.save}
        </Button>
      </div>
    </Form>
  )
}
