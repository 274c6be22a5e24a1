import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { day } from '@wayproof/messages/date-format'
import type { Edition } from '@wayproof/scorecard/editions/edition'
import { MOST_COMMENT_CHARACTERS } from '@wayproof/scorecard/editions/edition'
import { useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { ErrorNote } from '../components/note.tsx'
import { Panel } from '../components/panel.tsx'
import { ConfirmDialog } from '../forms/confirm-dialog.tsx'
import { Form } from '../forms/form.tsx'
import { TextAreaField } from '../forms/text-area-field.tsx'
import { useFocusAfter } from '../forms/use-focus-after.ts'
import { useLanguage } from '../language.tsx'
import { HoldReasons } from './hold-reasons.tsx'
import { LetterPreview } from './letter-preview.tsx'
import { StatedGaps } from './stated-gaps.tsx'
import styles from './summaries.module.css'

/** Shows a waiting edition: what it lacks, its letter, and the officer's decision to send it. */
export function WaitingEditionPanel({ edition }: { readonly edition: Edition }) {
  const { locale, words } = useLanguage()
  const text = words.reporting.summaries
  const { id, period, kind, occasion, reasons, sendsOn, dueOn } = edition
  const navigate = useNavigate()
  useFocusAfter('h1')
  const isHeld = edition.state === 'held'
  const texts = isHeld ? text.held : text.approval
  const [typedComment, setTypedComment] = useState('')
  const [isConfirming, setIsConfirming] = useState(false)
  const comment = typedComment.trim()
  const isTooLong = comment.length > MOST_COMMENT_CHARACTERS
  const callbacks = {
    onSuccess: () => {
      void queryClient.invalidateQueries()
      void navigate({ to: '/summaries', search: { period, edition: id } })
    },
    onSettled: () => setIsConfirming(false),
  }
  const approve = useMutation(trpc.edition.approve.mutationOptions(callbacks))
  const release = useMutation(trpc.edition.release.mutationOptions(callbacks))
  const decision = isHeld ? release : approve
  const lead = isHeld ? text.held.lead(day(sendsOn ?? dueOn, locale)) : text.approval.lead
  return (
    <Panel title={words.editions.letter.of(kind, occasion)}>
      <div className={ui.stack}>
        <p>{isHeld && reasons.length === 0 ? text.held.nothing : lead}</p>
        {reasons.length > 0 ? (
          <div>
            <p className={styles.heading}>{isHeld ? text.held.missing : text.stated.heading}</p>
            <HoldReasons reasons={reasons} withRemedies={isHeld} />
          </div>
        ) : null}
        <Form className={ui.form} onSubmit={() => setIsConfirming(true)}>
          <TextAreaField
            label={text.comment}
            description={`${text.commentHint} ${text.counted(comment.length, MOST_COMMENT_CHARACTERS)}`}
            rows={4}
            value={typedComment}
            fault={isTooLong ? text.commentFault(MOST_COMMENT_CHARACTERS) : null}
            onChange={({ currentTarget: { value } }) => setTypedComment(value)}
          />
          <div>
            <Button type="submit">{texts.action}</Button>
          </div>
          {decision.error ? <ErrorNote error={decision.error} /> : null}
        </Form>
        <LetterPreview edition={edition} comment={isTooLong ? '' : comment} open={!isHeld} />
      </div>
      {isConfirming ? (
        <ConfirmDialog
          title={texts.confirmTitle}
          action={texts.action}
          busy={decision.isPending}
          onConfirm={() => decision.mutate({ id, comment })}
          onClose={() => setIsConfirming(false)}
        >
          <StatedGaps edition={edition} />
          <p className={ui.soft}>{texts.confirm}</p>
        </ConfirmDialog>
      ) : null}
    </Panel>
  )
}
