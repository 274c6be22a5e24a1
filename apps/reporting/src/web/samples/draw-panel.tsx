import { NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import { TRACED_FIGURES, type TracedFigure } from '@wayproof/scorecard/sample/traced-figure'
import { useState } from 'react'
import { trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { ErrorNote } from '../components/note.tsx'
import { Panel } from '../components/panel.tsx'
import { useLanguage } from '../language.tsx'
import { DrawForm } from './draw-form.tsx'
import { figureName } from './figure-name.ts'
import styles from './samples.module.css'

/** An auditor chooses a figure of the half-year to sample. */
export function DrawPanel({ period }: { readonly period: PeriodKey }) {
  const { words } = useLanguage()
  const text = words.reporting.samples.draw
  const [figure, setFigure] = useState<TracedFigure | null>(null)
  return (
    <Panel title={text.title}>
      <div className={ui.stack}>
        <NativeSelect
          className={styles.figure ?? ''}
          label={text.figure}
          value={figure ?? ''}
          data={[
            { value: '', label: text.choose },
            ...TRACED_FIGURES.map((value) => ({ value, label: figureName(value, words) })),
          ]}
          onChange={({ currentTarget: { value } }) =>
            setFigure(TRACED_FIGURES.find((candidate) => candidate === value) ?? null)
          }
        />
        {figure ? <DrawnFigure key={figure} figure={figure} period={period} /> : null}
      </div>
    </Panel>
  )
}

interface DrawnFigureProps {
  readonly figure: TracedFigure
  readonly period: PeriodKey
}

function DrawnFigure({ figure, period }: DrawnFigureProps) {
  const trace = useQuery(trpc.sample.trace.queryOptions({ figure, period, show: 'all', page: 1 }))
  if (trace.isLoadingError) return <ErrorNote error={trace.error} />
  if (!trace.data) return null
  return <DrawForm figure={figure} period={period} sides={trace.data.sides} />
}
