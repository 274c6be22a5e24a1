import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { queryClient, type ShownMeeting, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { LinkButton } from '../components/link-button.tsx'
import { ErrorNote } from '../components/note.tsx'
import { Panel } from '../components/panel.tsx'
import { ConfirmDialog } from '../forms/confirm-dialog.tsx'
import { Form } from '../forms/form.tsx'
import { TextField } from '../forms/text-field.tsx'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'
import { ConfirmButton } from '../records/confirm-button.tsx'
import styles from './meetings.module.css'

/** Opens, moves or cancels a planned meeting. */
export function HoldPanel({ meeting: { id, revision, plannedOn } }: { readonly meeting: ShownMeeting }) {
  const text = useLanguage().words.reporting.meetings
  const navigate = useNavigate()
  const { today } = useOrganisationDays()
  const [heldOn, setHeldOn] = useState(today)
  const onSuccess = () => void queryClient.invalidateQueries()
  const hold = useMutation(trpc.meeting.hold.mutationOptions({ onSuccess }))
  const cancel = useMutation(
    trpc.meeting.cancel.mutationOptions({
      onSuccess: async () => {
        await navigate({ to: '/meetings' })
        await queryClient.invalidateQueries()
      },
    }),
  )
  return (
    <Panel
      title={text.hold.title}
      actions={
        <span className={ui.rowActions}>
          <MoveMeeting id={id} seen={revision} plannedOn={plannedOn} />
          <ConfirmButton
            action={text.cancel.action}
            title={text.cancel.title}
            busy={cancel.isPending}
            onConfirm={() => cancel.mutate({ id, seen: revision })}
          >
            <p>{text.cancel.confirm}</p>
            {cancel.error ? <ErrorNote error={cancel.error} /> : null}
          </ConfirmButton>
        </span>
      }
    >
      <p className={ui.soft}>{text.hold.lead}</p>
      <Form className={styles.line} onSubmit={() => hold.mutate({ id, seen: revision, heldOn })}>
        <TextField
          type="date"
          label={text.hold.day}
          value={heldOn}
          fault={heldOn === '' || heldOn > today ? text.hold.future : null}
          onChange={({ currentTarget: { value } }) => setHeldOn(value)}
        />
        <Button type="submit" loading={hold.isPending}>
          {text.hold.action}
        </Button>
        {hold.error ? <ErrorNote error={hold.error} /> : null}
      </Form>
    </Panel>
  )
}

interface MoveMeetingProps {
  readonly id: string
  readonly seen: number
  readonly plannedOn: string
}

/** Moves a planned meeting to another day. */
function MoveMeeting({ id, seen: revision, plannedOn }: MoveMeetingProps) {
  const { move: text, plan } = useLanguage().words.reporting.meetings
  const { today } = useOrganisationDays()
  const [isOpen, setOpen] = useState(false)
  const [to, setTo] = useState(plannedOn)
  const move = useMutation(
    trpc.meeting.move.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries()
        setOpen(false)
      },
    }),
  )
  return (
    <>
      <LinkButton onClick={() => setOpen(true)}>{text.action}</LinkButton>
      {isOpen ? (
        <ConfirmDialog
          title={text.title}
          action={text.action}
          busy={move.isPending}
          onConfirm={() => move.mutate({ id, seen: revision, plannedOn: to })}
          onClose={() => setOpen(false)}
        >
          <TextField
            type="date"
            label={plan.day}
            value={to}
            fault={to < today ? plan.past : null}
            onChange={({ currentTarget: { value } }) => setTo(value)}
          />
          {move.error ? <ErrorNote error={move.error} /> : null}
        </ConfirmDialog>
      ) : null}
    </>
  )
}
