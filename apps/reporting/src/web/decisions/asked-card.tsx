import { daysBetween } from '@wayproof/kernel/calendar/calendar-date'
import { day } from '@wayproof/messages/date-format'
import { leftText } from '@wayproof/messages/deadline-text'
import type { Scorecard } from '@wayproof/scorecard/scorecard'
import { useState } from 'react'
import type { AskedDecisions } from '../api.ts'
import { LinkButton } from '../components/link-button.tsx'
import { StatusShape } from '../glyphs/status-shape.tsx'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'
import { DecisionForm } from './decision-form.tsx'
import { decisionTitle } from './decision-title.ts'
import styles from './decisions.module.css'
import { TakenList } from './taken-list.tsx'

interface AskedCardProps {
  readonly decision: AskedDecisions['asked'][number]
  /** "Decision 1 of 2". */
  readonly place: string
  readonly asked: AskedDecisions
  readonly scorecard: Scorecard
}

/** A decision with its reason, its last day, and its owner; one line once the reader has taken it. */
export function AskedCard({ decision, place, asked: { isFixed, decideBy }, scorecard }: AskedCardProps) {
  const { words } = useLanguage()
  const text = words.reporting.decisions
  const { dayOf } = useOrganisationDays()
  const [isChanging, setIsChanging] = useState(false)
  const title = decisionTitle(decision, words)
  const mine = decision.taken.find(({ isMine }) => isMine)
  if (mine && mine.choice !== 'commented' && !isChanging)
    return (
      <p className={styles.mine}>
        <StatusShape
          shape={mine.choice === 'approved' ? 'demonstrated' : 'unknown'}
          label={text.choices[mine.choice]}
          size={18}
        />
        <span>
          {text.mine(mine.choice, title, dayOf(mine.decidedAt))}{' '}
          {isFixed ? null : <LinkButton onClick={() => setIsChanging(true)}>{text.change}</LinkButton>}
        </span>
      </p>
    )
  const { goal, owner } = decision
  const verdict = scorecard.verdicts.find((each) => each.goal === goal)
  return (
    <article className={styles.card} aria-label={title}>
      <p className={styles.top}>
        <span>{place}</span>
        {decideBy ? <DecideBy decideBy={decideBy} /> : null}
      </p>
      <h2 className={styles.title}>{title}</h2>
      {verdict ? (
        <p className={styles.why}>{text.why(words.goals.names[goal], words.scorecard.brief(verdict))}</p>
      ) : null}
      <p className={styles.owner}>{words.goals.owners[owner]}</p>
      <TakenList taken={decision.taken} />
      {isFixed ? null : (
        <DecisionForm period={scorecard.period} goal={goal} before={mine ?? null} onEnd={() => setIsChanging(false)} />
      )}
    </article>
  )
}

function DecideBy({ decideBy }: { readonly decideBy: string }) {
  const { locale, words } = useLanguage()
  const { today } = useOrganisationDays()
  const left = leftText({ days: daysBetween(today, decideBy) }, words)
  return <span>{words.reporting.decisions.by(day(decideBy, locale), left)}</span>
}
