import { Button, NativeSelect } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { GoalId } from '@wayproof/scorecard'
import { useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'
import { Form } from '../surface/form.tsx'
import { FaultNote } from '../surface/note.tsx'
import { TextField } from '../surface/text-field.tsx'
import styles from './closing.module.css'

const FIELDS = ['note', 'action', 'effect'] as const
const NOTHING = { note: '', action: '', effect: '' }

interface RemedyFormProps {
  readonly period: string
  /** Goals that need an action and have none yet. */
  readonly goals: readonly GoalId[]
  /** What is asked for: why the goal is red, or nobody was asked. */
  readonly note: string
}

/** Why a goal is red or nobody was asked, and what is done about it, until when and to what effect. */
export function RemedyForm({ period, goals, note }: RemedyFormProps) {
  const { words } = useLanguage()
  const text = words.reporting.closing.remedy
  const { today } = useOrganisationDays()
  const [goal, setGoal] = useState(goals[0]!)
  const [said, setSaid] = useState(NOTHING)
  const [dueOn, setDueOn] = useState('')
  const decide = useMutation(
    trpc.period.decideRemedy.mutationOptions({ onSuccess: () => void queryClient.invalidateQueries() }),
  )
  function submit() {
    decide.mutate({
      period,
      goal,
      dueOn,
      note: said.note.trim(),
      action: said.action.trim(),
      effect: said.effect.trim(),
    })
  }
  const field = (name: (typeof FIELDS)[number]) => (
    <TextField
      className={name === 'effect' ? '' : styles.wide}
      label={name === 'note' ? note : text[name]}
      value={said[name]}
      maxLength={300}
      fault={said[name].trim() === '' ? text.empty : null}
      onChange={({ currentTarget: { value } }) => setSaid({ ...said, [name]: value })}
    />
  )
  return (
    <Form className={styles.form} onSubmit={submit}>
      <NativeSelect
        className={styles.wide}
        label={text.goal}
        value={goal}
        data={goals.map((value) => ({ value, label: words.goals.names[value] }))}
        onChange={(event) => setGoal(goals.find((each) => each === event.currentTarget.value) ?? goal)}
      />
      {field('note')}
      {field('action')}
      <TextField
        type="date"
        label={text.dueOn}
        value={dueOn}
        fault={dueOn <= today ? text.day : null}
        onChange={({ currentTarget: { value } }) => setDueOn(value)}
      />
      {field('effect')}
      {decide.error ? <FaultNote error={decide.error} /> : null}
      <div className={styles.wide}>
        <Button type="submit" variant="default" loading={decide.isPending}>
          {text.save}
        </Button>
      </div>
    </Form>
  )
}
