import { Button, NativeSelect } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { RemedyText } from '@wayproof/scorecard/closing/remedies/remedy'
import type { GoalId } from '@wayproof/scorecard/goals/goal'
import { useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import styles from '../closing/closing.module.css'
import { ErrorNote } from '../components/note.tsx'
import { Form } from '../forms/form.tsx'
import { UnsavedGuard } from '../forms/unsaved-guard.tsx'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'
import { RemedyFields, trimmed } from './remedy-fields.tsx'

interface RemedyFormProps {
  readonly period: string
  /** Goals that require an action and have none. */
  readonly goals: readonly GoalId[]
  /** The label of the note: why the goal is red, or why there was no survey. */
  readonly note: string
}

/** Records why a goal is red or no survey was held, and the action with its due day and expected effect. */
export function RemedyForm({ period, goals, note }: RemedyFormProps) {
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
