import { Button, Checkbox } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { ProgrammeState } from '@wayproof/survey'
import { useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import { useLanguage } from '../language.tsx'
import { Form } from '../surface/form.tsx'
import { FaultNote, Note } from '../surface/note.tsx'
import { Panel } from '../surface/panel.tsx'
import surface from '../surface/surface.module.css'
import { TextField } from '../surface/text-field.tsx'
import { MissedOpenings, NextOpening } from './openings.tsx'
import { daysIn, NUMBERS, type NumberField, typedPlan, wholeNumber } from './programme-plan.ts'

/** Whether waves open by themselves, and by which plan. */
export function ProgrammeForm({ state: { programme, next, ifSwitchedOn } }: { readonly state: ProgrammeState }) {
  const { words } = useLanguage()
  const text = words.reporting.programme
  const { runs: running, runsSince: _, ...plan } = programme
  const [runs, setRuns] = useState(running)
  const [typed, setTyped] = useState(() => typedPlan(plan))
  const save = useMutation(
    trpc.programme.save.mutationOptions({ onSuccess: () => void queryClient.invalidateQueries() }),
  )
  const holidays = daysIn(typed.localHolidays)
  const numbers = NUMBERS.map((field) => [field, wholeNumber(typed[field])] as const)
  function submit() {
    if (holidays === null) return
    save.mutate({ runs, plan: { ...plan, ...Object.fromEntries(numbers), localHolidays: [...holidays] } })
  }
  const labels: Record<NumberField, readonly [label: string, hint?: string]> = {
    daysOpen: [text.daysOpen],
    firstReminderDays: [text.firstReminder],
    lastReminderDays: [text.lastReminder, text.remindersHint],
    letterLimit: [text.letterLimit, text.letterLimitHint],
  }
  return (
    <Panel title={text.title}>
      <NextOpening next={next} />
      <Form className={surface.form} onSubmit={submit}>
        <div>
          <Checkbox
            label={text.runs}
            description={text.runsHint}
            checked={runs}
            onChange={({ currentTarget: { checked } }) => setRuns(checked)}
          />
          <div role="status">
            {runs && ifSwitchedOn ? (
              <>
                <MissedOpenings missed={ifSwitchedOn.missed} />
                <NextOpening next={ifSwitchedOn.next} />
              </>
            ) : null}
          </div>
        </div>
        {NUMBERS.map((field) => (
          <TextField
            key={field}
            inputMode="numeric"
            label={labels[field][0]}
            description={labels[field][1]}
            value={typed[field]}
            maxLength={9}
            fault={wholeNumber(typed[field]) === null ? text.numberWrong : null}
            onChange={({ currentTarget: { value } }) => setTyped({ ...typed, [field]: value })}
          />
        ))}
        <TextField
          label={text.holidays}
          description={text.holidaysHint}
          value={typed.localHolidays}
          fault={holidays === null ? text.holidaysWrong : null}
          onChange={({ currentTarget: { value } }) => setTyped({ ...typed, localHolidays: value })}
        />
        <div>
          <Button type="submit" loading={save.isPending}>
            {words.reporting.shell.save}
          </Button>
        </div>
        {save.error ? <FaultNote error={save.error} /> : null}
        {save.isSuccess ? <Note>{words.reporting.shell.saved}</Note> : null}
      </Form>
    </Panel>
  )
}
