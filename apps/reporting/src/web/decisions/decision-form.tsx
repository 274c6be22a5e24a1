import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { GoalId } from '@wayproof/scorecard'
import { useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import { ErrorNote } from '../components/note.tsx'
import { Form } from '../forms/form.tsx'
import { TextAreaField } from '../forms/text-area-field.tsx'
import { useLanguage } from '../language.tsx'
import styles from './decisions.module.css'

interface DecisionFormProps {
  readonly period: string
  readonly goal: GoalId
  /** The reader's earlier comment. */
  readonly before: string
  readonly onDecided: () => void
}

const MAX_CHARACTERS = 600

/** Approve or decline with one press; a comment may go with either, or stand alone. */
export function DecisionForm({ period, goal, before, onDecided }: DecisionFormProps) {
  const text = useLanguage().words.reporting.decisions
  const [comment, setComment] = useState(before)
  const [isCommenting, setIsCommenting] = useState(before !== '')
  const decide = useMutation(
    trpc.decision.decide.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries({ queryKey: trpc.decision.asked.queryKey() })
        onDecided()
      },
    }),
  )
  const take = (choice: 'approved' | 'declined' | 'commented') =>
    decide.mutate({ period, goal, choice, comment: comment.trim() })
  return (
    <>
      <div className={styles.buttons}>
        <Button loading={decide.isPending} onClick={() => take('approved')}>
          {text.approve}
        </Button>
        <Button variant="default" disabled={decide.isPending} onClick={() => take('declined')}>
          {text.decline}
        </Button>
        <Button variant="default" aria-expanded={isCommenting} onClick={() => setIsCommenting(true)}>
          {text.comment}
        </Button>
      </div>
      {isCommenting ? (
        <Form className={styles.form} onSubmit={() => take('commented')}>
          <TextAreaField
            label={text.comment}
            required
            maxLength={MAX_CHARACTERS}
            rows={3}
            translate="no"
            value={comment}
            onChange={({ currentTarget: { value } }) => setComment(value)}
          />
          <div>
            <Button type="submit" variant="default" loading={decide.isPending}>
              {text.saveComment}
            </Button>
          </div>
        </Form>
      ) : null}
      {decide.error ? <ErrorNote error={decide.error} /> : null}
    </>
  )
}
