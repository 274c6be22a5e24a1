import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import { LinkButton } from '../components/link-button.tsx'
import { ErrorNote } from '../components/note.tsx'
import { ConfirmDialog } from '../forms/confirm-dialog.tsx'
import { TextField } from '../forms/text-field.tsx'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'

interface MoveMeetingProps {
  readonly id: string
  readonly seen: number
  readonly plannedOn: string
}

/** Moves a planned meeting to another day. */
export function MoveMeeting({ id, seen: revision, plannedOn }: MoveMeetingProps) {
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
