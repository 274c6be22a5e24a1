import { Button, Checkbox, NativeSelect } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { ProgrammeState } from '@wayproof/survey/programme/read-programme'
import { SAMPLING_MODES } from '@wayproof/survey/sampling/sample'
import { type ReactNode, useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import { useApprovals } from '../approvals/use-approvals.ts'
import ui from '../components/components.module.css'
import { LinkButton } from '../components/link-button.tsx'
import { ErrorNote, Note } from '../components/note.tsx'
import { Panel } from '../components/panel.tsx'
import { SlotSentence } from '../components/slot-sentence.tsx'
import { useBackToGuide } from '../first-run/use-back-to-guide.ts'
import { Form } from '../forms/form.tsx'
import { NewerNote } from '../forms/newer-note.tsx'
import { TextField } from '../forms/text-field.tsx'
import { useSeen } from '../forms/use-seen.ts'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { MissedOpenings, NextOpening } from './openings.tsx'
import { daysIn, type NumberField, numberFields, numberIn, planOf, rangesOf, typedPlan } from './programme-plan.ts'

/** Edits the plan by which waves open on their own. */
export function ProgrammeForm({ state: { programme, next, ifSwitchedOn } }: { readonly state: ProgrammeState }) {
  const { words } = useLanguage()
  const text = words.reporting.programme
  const { runs: wasRunning, plan } = planSeen(programme)
  const { seen: seenProgramme, isNewer, setSeen } = useSeen({ runs: wasRunning, plan })
  const backToGuide = useBackToGuide()
  const [isRunning, setIsRunning] = useState(wasRunning)
  const [inputs, setInputs] = useState(() => typedPlan(plan))
  const save = useMutation(
    trpc.programme.save.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries()
        const now = queryClient.getQueryData(trpc.programme.get.queryKey())
        if (now) setSeen(planSeen(now.programme))
        await backToGuide()
      },
      onError: () => void queryClient.invalidateQueries(),
    }),
  )
  const ranges = rangesOf(inputs)
  function submit() {
    const parsedPlan = planOf(inputs)
    if (parsedPlan) save.mutate({ runs: isRunning, plan: parsedPlan, seen: seenProgramme })
  }
  const labels: Record<NumberField, readonly [label: string, hint?: ReactNode]> = {
    sampleSize: [
      text.size,
      <SlotSentence key="size" sentence={text.sizeHint}>
        <Link to="/waves/open">{text.sizeLink}</Link>
      </SlotSentence>,
    ],
    daysOpen: [text.daysOpen],
    firstReminderDays: [text.firstReminder],
    lastReminderDays: [text.lastReminder, text.remindersHint],
    letterLimit: [text.letterLimit, text.letterLimitHint],
    smallestWave: [text.smallestWave, text.smallestWaveHint],
  }
  return (
    <Panel title={text.title}>
      <NextOpening next={next} plan={plan} />
      {next ? <OpeningApproval period={next.period} /> : null}
      <Form className={ui.form} onSubmit={submit}>
        <div>
          <Checkbox
            label={text.runs}
            description={text.runsHint}
            checked={isRunning}
            onChange={({ currentTarget: { checked } }) => setIsRunning(checked)}
          />
          <div role="status">
            {isRunning && ifSwitchedOn ? (
              <>
                <MissedOpenings missed={ifSwitchedOn.missed} />
                <NextOpening next={ifSwitchedOn.next} plan={planOf(inputs) ?? plan} />
              </>
            ) : null}
          </div>
        </div>
        <NativeSelect
          label={text.mode}
          value={inputs.mode}
          data={SAMPLING_MODES.map((mode) => ({ value: mode, label: words.reporting.waves.open[mode] }))}
          onChange={({ currentTarget: { value } }) =>
            setInputs({ ...inputs, mode: SAMPLING_MODES.find((mode) => mode === value) ?? inputs.mode })
          }
        />
        {numberFields(inputs).map((field) => (
          <TextField
            key={field}
            inputMode="numeric"
            label={labels[field][0]}
            description={labels[field][1]}
            value={inputs[field]}
            fault={numberIn(inputs[field], ranges[field]) === null ? text.range(...ranges[field]) : null}
            onChange={({ currentTarget: { value } }) => setInputs({ ...inputs, [field]: value })}
          />
        ))}
        <TextField
          label={text.holidays}
          description={text.holidaysHint}
          value={inputs.localHolidays}
          fault={daysIn(inputs.localHolidays) === null ? text.holidaysWrong : null}
          onChange={({ currentTarget: { value } }) => setInputs({ ...inputs, localHolidays: value })}
        />
        <div>
          <Button type="submit" loading={save.isPending}>
            {words.reporting.shell.save}
          </Button>
        </div>
        {save.error && !isNewer ? <ErrorNote error={save.error} /> : null}
        {isNewer ? (
          <NewerNote
            theirs={[]}
            onTake={() => {
              setIsRunning(wasRunning)
              setInputs(typedPlan(plan))
              setSeen({ runs: wasRunning, plan })
            }}
            onKeep={() => {
              save.reset()
              setSeen({ runs: wasRunning, plan })
            }}
          />
        ) : null}
        {save.data ? (
          <Note>{save.data.waits ? words.reporting.approvals.asked : words.reporting.shell.saved}</Note>
        ) : null}
      </Form>
    </Panel>
  )
}

const planSeen = ({ runs, runsSince: _, ...plan }: ProgrammeState['programme']) => ({ runs, plan })

/** Says whether two officers approved the next automatic opening; an officer asks for it here. */
function OpeningApproval({ period }: { readonly period: PeriodKey }) {
  const text = useLanguage().words.reporting.programme.approval
  const isOfficer = useMe().user?.role === 'officer'
  const { data } = useApprovals()
  const ask = useMutation(
    trpc.programme.askOpening.mutationOptions({ onSettled: () => queryClient.invalidateQueries() }),
  )
  if (!data || !isOfficer) return null
  const isThis = ({ kind, subject }: (typeof data)['decided'][number]) =>
    kind === 'automatic-opening' && subject === period
  if ([...data.waiting, ...data.others].some(isThis))
    return (
      <p className={ui.soft}>
        {text.waits} <Link to="/approvals">{text.show}</Link>
      </p>
    )
  const [last] = data.decided.filter(isThis)
  if (last?.state === 'approved') return <p className={ui.soft}>{text.approved}</p>
  return (
    <>
      <p>
        {text.needed}{' '}
        <LinkButton disabled={ask.isPending} onClick={() => ask.mutate()}>
          {text.ask}
        </LinkButton>
      </p>
      {ask.error ? <ErrorNote error={ask.error} /> : null}
    </>
  )
}
