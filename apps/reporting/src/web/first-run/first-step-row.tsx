import { Button } from '@mantine/core'
import { type LinkProps, useNavigate } from '@tanstack/react-router'
import type { FirstRun } from '../api.ts'
import { SlotSentence } from '../components/slot-sentence.tsx'
import { Verbatim } from '../components/verbatim.tsx'
import { StatusShape } from '../glyphs/status-shape.tsx'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'
import styles from './first-run.module.css'

type Step = FirstRun['steps'][number]

/** The page on which each step is taken. */
const PLACES: Readonly<Record<Step['step'], Pick<LinkProps, 'to' | 'params'>>> = {
  organisation: { to: '/settings' },
  calendar: { to: '/settings/$section', params: { section: 'survey' } },
  mail: { to: '/settings/$section', params: { section: 'email' } },
  people: { to: '/people/invite' },
  registers: { to: '/registers' },
  travelers: { to: '/registers/$register/import', params: { register: 'travelers' } },
  checklist: { to: '/settings/$section', params: { section: 'checklist' } },
  wave: { to: '/waves/open' },
}

interface FirstStepRowProps {
  readonly step: Step
  /** The first step that is not done, whose button leads. */
  readonly isNext: boolean
  /** False while another step has to come first. */
  readonly canStart: boolean
  readonly note: string | null
}

export function FirstStepRow({ step: { step, isDone }, isNext, canStart, note }: FirstStepRowProps) {
  const { firstRun: text, shell } = useLanguage().words.reporting
  const navigate = useNavigate()
  const { timeZone } = useOrganisationDays()
  const { title, help, act } = text.steps[step]
  return (
    <li className={styles.step}>
      <StatusShape shape={isDone ? 'demonstrated' : 'unknown'} label={isDone ? text.done : text.open} size={20} />
      <div className={styles.text}>
        <h3 className={styles.title}>{title}</h3>
        <p className={styles.help}>
          {isDone ? shell.asLabel(text.done) : help}
          {step === 'calendar' ? (
            <>
              {isDone ? ' · ' : ' '}
              <SlotSentence sentence={text.zone}>
                <Verbatim>{timeZone}</Verbatim>
              </SlotSentence>
            </>
          ) : null}
        </p>
        {note ? <p className={styles.note}>{note}</p> : null}
      </div>
      <Button variant={isNext ? 'filled' : 'default'} disabled={!canStart} onClick={() => void navigate(PLACES[step])}>
        {isDone ? text.again : act}
      </Button>
    </li>
  )
}
