import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import { ErrorNote } from '../components/note.tsx'
import { Panel } from '../components/panel.tsx'
import { Form } from '../forms/form.tsx'
import { TextField } from '../forms/text-field.tsx'
import { useLanguage } from '../language.tsx'
import styles from './meetings.module.css'

interface PlanFormProps {
  /** The next date of the last minutes, or three months after the last meeting. */
  readonly proposedOn: string
  readonly today: string
}

export function PlanForm({ proposedOn, today }: PlanFormProps) {
  const text = useLanguage().words.reporting.meetings.plan
  const navigate = useNavigate()
  const [plannedOn, setPlannedOn] = useState(proposedOn)
  const plan = useMutation(
    trpc.meeting.plan.mutationOptions({
      onSuccess: async (id) => {
        await queryClient.invalidateQueries()
        await navigate({ to: '/meetings/$meeting', params: { meeting: id } })
      },
    }),
  )
  return (
    <Panel title={text.title}>
      <Form className={styles.line} onSubmit={() => plan.mutate({ plannedOn })}>
        <TextField
          type="date"
          label={text.day}
          value={plannedOn}
          fault={plannedOn < today ? text.past : null}
          onChange={({ currentTarget: { value } }) => setPlannedOn(value)}
        />
        <Button type="submit" variant="default" loading={plan.isPending}>
          {text.save}
        </Button>
        {plan.error ? <ErrorNote error={plan.error} /> : null}
      </Form>
    </Panel>
  )
}
