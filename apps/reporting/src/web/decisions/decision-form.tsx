import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { DecisionChoice } from '@wayproof/scorecard/editions/decision-choice'
import { MOST_COMMENT_CHARACTERS } from '@wayproof/scorecard/editions/edition'
import type { GoalId } from '@wayproof/scorecard/goals/goal'
import { useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import { LinkButton } from '../components/link-button.tsx'
import { ErrorNote } from '../components/note.tsx'
import { Form } from '../forms/form.tsx'
import { TextAreaField } from '../forms/text-area-field.tsx'
import { UnsavedGuard } from '../forms/unsaved-guard.tsx'
import { useFocusAfter } from '../forms/use-focus-after.ts'
import { useLanguage } from '../language.tsx'
import styles from './decisions.module.css'

interface DecisionFormProps {
  readonly period: string
  readonly goal: GoalId
  /** The reader's earlier decision; null before the first one. */
  readonly before: { readonly choice: DecisionChoice; readonly comment: string } | null
  /** The decision is taken, or the change is given up. */
  readonly onEnd: () => void
}

/** Approve or decline with one press; a comment may go with either, or stand alone. */
export function DecisionForm({ period, goal, before, onEnd }: DecisionFormProps) {
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
