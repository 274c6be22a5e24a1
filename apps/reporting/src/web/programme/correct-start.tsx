import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import type { CalendarDate } from '@wayproof/kernel'
import { day, periodName } from '@wayproof/messages'
import { useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { FaultNote } from '../components/note.tsx'
import { ConfirmDialog } from '../forms/confirm-dialog.tsx'
import { Form } from '../forms/form.tsx'
import { TextField } from '../forms/text-field.tsx'
import { useLanguage } from '../language.tsx'

/** Corrects the program's first day; a confirmation lists the half-years that this adds or removes. */
export function CorrectStart({ start }: { readonly start: CalendarDate }) {
  const { locale, words } = useLanguage()
  const text = words.reporting.people.start
  const [typed, setTyped] = useState('')
  const [reason, setReason] = useState('')
  const [asking, setAsking] = useState(false)
  const preview = useQuery(trpc.organisation.startPreview.queryOptions({ day: typed }, { enabled: asking }))
  const correct = useMutation(
    trpc.organisation.correctStart.mutationOptions({
      onSuccess: async () => {
        setTyped('')
        setReason('')
        await queryClient.invalidateQueries()
      },
      onSettled: () => setAsking(false),
    }),
  )
  const named = (halves: readonly string[]) =>
    halves.map((half) => periodName(half, locale)).join(words.reporting.shell.listed)
  return (
    <Form className={ui.form} onSubmit={() => setAsking(true)}>
      <TextField
        type="date"
        label={text.day}
        value={typed}
        fault={typed === '' ? text.dayMissing : typed === start ? text.daySame : null}
        onChange={({ currentTarget: { value } }) => setTyped(value)}
      />
      <TextField
        label={text.reason}
        value={reason}
        maxLength={500}
        fault={reason.trim() === '' ? words.reporting.rows.reasonMissing : null}
        onChange={({ currentTarget: { value } }) => setReason(value)}
      />
      <div>
        <Button type="submit" variant="default">
          {text.action}
        </Button>
      </div>
      {correct.error ? <FaultNote error={correct.error} /> : null}
      {asking ? (
        <ConfirmDialog
          title={text.confirmTitle(day(typed, locale))}
          action={text.action}
          busy={correct.isPending || !preview.data}
          onConfirm={() => correct.mutate({ day: typed, reason: reason.trim() })}
          onClose={() => setAsking(false)}
        >
          <p>{text.effect}</p>
          {preview.error ? <FaultNote error={preview.error} /> : null}
          {preview.data?.come.length ? <p>{text.come(named(preview.data.come))}</p> : null}
          {preview.data?.go.length ? <p>{text.go(named(preview.data.go))}</p> : null}
          {preview.data && preview.data.come.length + preview.data.go.length === 0 ? <p>{text.same}</p> : null}
        </ConfirmDialog>
      ) : null}
    </Form>
  )
}
