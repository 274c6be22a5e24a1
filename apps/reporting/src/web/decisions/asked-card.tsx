import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { daysBetween } from '@wayproof/kernel/calendar/calendar-date'
import { day } from '@wayproof/messages/date-format'
import { leftText } from '@wayproof/messages/deadline-text'
import type { DecisionChoice } from '@wayproof/scorecard/editions/decision-choice'
import { MOST_COMMENT_CHARACTERS } from '@wayproof/scorecard/editions/edition'
import type { GoalId } from '@wayproof/scorecard/goals/goal'
import type { Scorecard } from '@wayproof/scorecard/scorecard'
import { useState } from 'react'
import { type AskedDecisions, queryClient, trpc } from '../api.ts'
import { LinkButton } from '../components/link-button.tsx'
import { ErrorNote } from '../components/note.tsx'
import { Form } from '../forms/form.tsx'
import { TextAreaField } from '../forms/text-area-field.tsx'
import { UnsavedGuard } from '../forms/unsaved-guard.tsx'
import { useFocusAfter } from '../forms/use-focus-after.ts'
import { StatusShape } from '../glyphs/status-shape.tsx'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'
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

interface DecisionFormProps {
  readonly period: string
  readonly goal: GoalId
  /** The reader's earlier decision; null before the first one. */
  readonly before: { readonly choice: DecisionChoice; readonly comment: string } | null
  /** The decision is taken, or the change is given up. */
  readonly onEnd: () => void
}

/** Approve or decline with one press; a comment may go with either, or stand alone. */
function DecisionForm({ period, goal, before, onEnd }: DecisionFormProps) {
  const { decisions: text, shell } = useLanguage().words.reporting
  const [comment, setComment] = useState(before?.comment ?? '')
  const [isCommenting, setIsCommenting] = useState(Boolean(before?.comment))
  const decide = useMutation(
    trpc.decision.decide.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries({ queryKey: trpc.decision.asked.queryKey() })
        onEnd()
      },
    }),
  )
  // The next decision, if one is open.
  useFocusAfter('#decisions article h2', 'h1')
  const typed = comment.trim()
  const isTooLong = [...typed].length > MOST_COMMENT_CHARACTERS
  const take = (choice: 'approved' | 'declined' | 'commented') =>
    decide.mutate({ period, goal, choice, comment: typed })
  return (
    <>
      <div className={styles.buttons}>
        <Button loading={decide.isPending} disabled={isTooLong} onClick={() => take('approved')}>
          {text.approve}
        </Button>
        <Button variant="default" disabled={decide.isPending || isTooLong} onClick={() => take('declined')}>
          {text.decline}
        </Button>
        <Button variant="default" aria-expanded={isCommenting} onClick={() => setIsCommenting(true)}>
          {text.comment}
        </Button>
      </div>
      {isCommenting ? (
        <Form isPassing className={styles.form} onSubmit={() => take(before?.choice ?? 'commented')}>
          <TextAreaField
            label={text.yourComment}
            required
            autoFocus
            fault={isTooLong ? text.tooLong(MOST_COMMENT_CHARACTERS) : null}
            description={text.counted([...typed].length, MOST_COMMENT_CHARACTERS)}
            rows={3}
            translate="no"
            value={comment}
            onChange={({ currentTarget: { value } }) => {
              setComment(value)
              if (decide.isSuccess) decide.reset()
            }}
          />
          <div>
            <Button type="submit" variant="default" loading={decide.isPending}>
              {text.saveComment}
            </Button>
          </div>
          <UnsavedGuard isDirty={() => !decide.isSuccess && typed !== (before?.comment ?? '')} />
        </Form>
      ) : null}
      {before ? <LinkButton onClick={onEnd}>{shell.cancel}</LinkButton> : null}
      {decide.error ? <ErrorNote error={decide.error} /> : null}
    </>
  )
}
