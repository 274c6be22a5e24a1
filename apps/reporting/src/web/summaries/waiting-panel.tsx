import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { day } from '@wayproof/messages'
import type { Edition } from '@wayproof/scorecard'
import { MOST_COMMENT_CHARACTERS } from '@wayproof/scorecard/edition'
import { useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { FaultNote } from '../components/note.tsx'
import { Panel } from '../components/panel.tsx'
import { ConfirmDialog } from '../forms/confirm-dialog.tsx'
import { Form } from '../forms/form.tsx'
import { TextAreaField } from '../forms/text-area-field.tsx'
import { useLanguage } from '../language.tsx'
import { HoldReasons } from './hold-reasons.tsx'
import { LetterPreview } from './letter-preview.tsx'
import { StatedGaps } from './stated-gaps.tsx'
import styles from './summaries.module.css'

/** Shows a waiting edition: what it lacks, its letter, and the officer's decision to send it. */
export function WaitingPanel({ edition }: { readonly edition: Edition }) {
  const { locale, words } = useLanguage()
  const text = words.reporting.summaries
  const { id, period, kind, occasion, reasons, sendsOn, dueOn } = edition
  const navigate = useNavigate()
  const isHeld = edition.state === 'held'
  const ways = isHeld ? text.held : text.approval
  const [typed, setTyped] = useState('')
  const [asking, setAsking] = useState(false)
  const comment = typed.trim()
  const tooLong = comment.length > MOST_COMMENT_CHARACTERS
  const decided = {
    onSuccess: () => {
      void queryClient.invalidateQueries()
      void navigate({ to: '/summaries', search: { period, edition: id } })
    },
    onSettled: () => setAsking(false),
  }
  const approve = useMutation(trpc.edition.approve.mutationOptions(decided))
  const release = useMutation(trpc.edition.release.mutationOptions(decided))
  const decision = isHeld ? release : approve
  const lead = isHeld ? text.held.lead(day(sendsOn ?? dueOn, locale)) : text.approval.lead
  return (
    <Panel title={words.editions.letter.of(kind, occasion)}>
      <div className={ui.stack}>
        <p>{isHeld && reasons.length === 0 ? text.held.nothing : lead}</p>
        {reasons.length > 0 ? (
          <div>
            <p className={styles.heading}>{isHeld ? text.held.missing : text.stated.heading}</p>
            <HoldReasons reasons={reasons} remedies={isHeld} />
          </div>
        ) : null}
        <Form className={ui.form} onSubmit={() => setAsking(true)}>
          <TextAreaField
            label={text.comment}
            description={`${text.commentHint} ${text.counted(comment.length, MOST_COMMENT_CHARACTERS)}`}
            rows={4}
            value={typed}
            fault={tooLong ? text.commentFault(MOST_COMMENT_CHARACTERS) : null}
            onChange={({ currentTarget: { value } }) => setTyped(value)}
          />
          <div>
            <Button type="submit">{ways.action}</Button>
          </div>
          {decision.error ? <FaultNote error={decision.error} /> : null}
        </Form>
        <LetterPreview edition={edition} comment={tooLong ? '' : comment} open={!isHeld} />
      </div>
      {asking ? (
        <ConfirmDialog
          title={ways.confirmTitle}
          action={ways.action}
          busy={decision.isPending}
          onConfirm={() => decision.mutate({ id, comment })}
          onClose={() => setAsking(false)}
        >
          <StatedGaps edition={edition} />
          <p className={ui.soft}>{ways.confirm}</p>
        </ConfirmDialog>
      ) : null}
    </Panel>
  )
}
