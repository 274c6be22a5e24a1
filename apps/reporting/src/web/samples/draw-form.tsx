import { Button, NativeSelect } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { TracedFigure } from '@wayproof/scorecard/sample/traced-figure'
import type { Side } from '@wayproof/scorecard/sample/traced-row'
import { useState } from 'react'
import { queryClient, type Trace, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { ErrorNote } from '../components/note.tsx'
import { Form } from '../forms/form.tsx'
import { TextField } from '../forms/text-field.tsx'
import { useLanguage } from '../language.tsx'

const SIDES = ['denominator', 'numerator'] as const
/** The same default and limit as in the core, repeated here so that the page does not load its hashing. */
const PROPOSED = 25
const MAX_SAMPLE_SIZE = 500

interface DrawFormProps {
  readonly figure: TracedFigure
  readonly period: string
  readonly sides: Trace['sides']
}

/** Chooses the number of rows and their side; the rows themselves are drawn at random. */
export function DrawForm({ figure, period, sides }: DrawFormProps) {
  const { words } = useLanguage()
  const text = words.reporting.samples.draw
  const navigate = useNavigate()
  const open = SIDES.filter((side) => sides[side] > 0)
  const [side, setSide] = useState<Side>(open[0] ?? 'denominator')
  const proposedSize = String(Math.min(sides[side], PROPOSED))
  const [typedSize, setTypedSize] = useState<string | null>(null)
  const size = Number(typedSize ?? proposedSize)
  const maximum = Math.min(sides[side], MAX_SAMPLE_SIZE)
  const isInvalid = !Number.isInteger(size) || size < 1 || size > maximum
  const draw = useMutation(
    trpc.sample.draw.mutationOptions({
      onSuccess: ({ id }) => {
        void queryClient.invalidateQueries()
        void navigate({ to: '/samples/$sample', params: { sample: id }, search: { period } })
      },
    }),
  )
  function submit() {
    draw.mutate({ figure, period, side, size })
  }
  if (open.length === 0) return <p className={ui.soft}>{words.reporting.samples.faults['nothing-to-draw']}</p>
  return (
    <Form className={ui.form} onSubmit={submit}>
      <p className={ui.soft}>{text.lead}</p>
      <NativeSelect
        label={text.side}
        value={side}
        data={open.map((value) => ({ value, label: text.from(value, sides[value]) }))}
        onChange={(event) => setSide(SIDES.find((candidate) => candidate === event.currentTarget.value) ?? side)}
      />
      <TextField
        label={text.size}
        description={text.hint}
        inputMode="numeric"
        value={typedSize ?? proposedSize}
        fault={isInvalid ? text.sizeFault(maximum) : null}
        onChange={({ currentTarget: { value } }) => setTypedSize(value)}
      />
      {draw.error ? <ErrorNote error={draw.error} /> : null}
      <div>
        <Button type="submit" loading={draw.isPending}>
          {text.action}
        </Button>
      </div>
    </Form>
  )
}
