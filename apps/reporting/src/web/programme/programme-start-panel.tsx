import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import { day, moment, periodName } from '@wayproof/messages/date-format'
import { useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { ErrorNote } from '../components/note.tsx'
import { Panel } from '../components/panel.tsx'
import { ConfirmDialog } from '../forms/confirm-dialog.tsx'
import { Form } from '../forms/form.tsx'
import { TextField } from '../forms/text-field.tsx'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'

interface ProgrammeStartPanelProps {
  readonly start: CalendarDate
  readonly isOfficer: boolean
}

/** Shows the program's first day and its corrections; officers correct it here. */
export function ProgrammeStartPanel({ start, isOfficer }: ProgrammeStartPanelProps) {
  const { locale, words } = useLanguage()
  const { timeZone } = useMe()
  const text = words.reporting.people.start
  const { data } = useQuery(trpc.organisation.start.queryOptions())
  if (!data || (!isOfficer && data.changes.length === 0)) return null
  return (
    <Panel title={text.title}>
      <div className={ui.stack}>
        <p>{text.now(day(start, locale))}</p>
        {data.changes.length > 0 ? (
          <ol>
            {data.changes.map(({ from, to, reason, changedAt, changedBy }) => (
              <li key={changedAt}>
                <p>{text.change(day(from, locale), day(to, locale))}</p>
                <p translate="no">{reason}</p>
                <p className={ui.soft} translate="no">
                  {text.by(changedBy, moment(changedAt, timeZone, locale))}
                </p>
              </li>
            ))}
          </ol>
        ) : null}
        {!isOfficer ? null : data.fixed ? (
          <p className={ui.soft}>{words.reporting.faults.codes[data.fixed]}</p>
        ) : (
          <CorrectStart start={start} />
        )}
      </div>
    </Panel>
  )
}

/** Corrects the program's first day; a confirmation lists the half-years that this adds or removes. */
function CorrectStart({ start }: { readonly start: CalendarDate }) {
  const { locale, words } = useLanguage()
  const text = words.reporting.people.start
  const [typedDay, setTypedDay] = useState('')
  const [reason, setReason] = useState('')
  const [isConfirming, setIsConfirming] = useState(false)
  const preview = useQuery(trpc.organisation.startPreview.queryOptions({ day: typedDay }, { enabled: isConfirming }))
  const correct = useMutation(
    trpc.organisation.correctStart.mutationOptions({
      onSuccess: async () => {
        setTypedDay('')
        setReason('')
        await queryClient.invalidateQueries()
      },
      onSettled: () => setIsConfirming(false),
    }),
  )
  const periodNames = (halves: readonly string[]) =>
    halves.map((half) => periodName(half, locale)).join(words.reporting.shell.listed)
  return (
    <Form className={ui.form} onSubmit={() => setIsConfirming(true)}>
      <TextField
        type="date"
        label={text.day}
        value={typedDay}
        fault={typedDay === '' ? text.dayMissing : typedDay === start ? text.daySame : null}
        onChange={({ currentTarget: { value } }) => setTypedDay(value)}
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
      {correct.error ? <ErrorNote error={correct.error} /> : null}
      {isConfirming ? (
        <ConfirmDialog
          title={text.confirmTitle(day(typedDay, locale))}
          action={text.action}
          busy={correct.isPending || !preview.data}
          onConfirm={() => correct.mutate({ day: typedDay, reason: reason.trim() })}
          onClose={() => setIsConfirming(false)}
        >
          <p>{text.effect}</p>
          {preview.error ? <ErrorNote error={preview.error} /> : null}
          {preview.data?.come.length ? <p>{text.come(periodNames(preview.data.come))}</p> : null}
          {preview.data?.go.length ? <p>{text.go(periodNames(preview.data.go))}</p> : null}
          {preview.data && preview.data.come.length + preview.data.go.length === 0 ? <p>{text.same}</p> : null}
        </ConfirmDialog>
      ) : null}
    </Form>
  )
}
