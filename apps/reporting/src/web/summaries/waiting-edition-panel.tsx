import { Button } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { Locale } from '@wayproof/kernel/people/locale'
import { day } from '@wayproof/messages/date-format'
import { type Edition, MOST_COMMENT_CHARACTERS } from '@wayproof/scorecard/editions/edition'
import type { HoldReason } from '@wayproof/scorecard/editions/hold-reason'
import { useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { Loading } from '../components/loading.tsx'
import { ErrorNote } from '../components/note.tsx'
import { Panel } from '../components/panel.tsx'
import { ConfirmDialog } from '../forms/confirm-dialog.tsx'
import { Form } from '../forms/form.tsx'
import { TextAreaField } from '../forms/text-area-field.tsx'
import { useFocusAfter } from '../forms/use-focus-after.ts'
import { useLanguage } from '../language.tsx'
import { type ChosenLetter, LetterChoice, READERS } from './letter-choice.tsx'
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

/** Shows the gaps that the letter would state now; the edition's own list is up to an hour old. */
function StatedGaps({ edition: { id, period } }: { readonly edition: Edition }) {
  const { locale, words } = useLanguage()
  const text = words.reporting.summaries.stated
  const letter = { id, period, reader: 'executive', locale, comment: '' } as const
  const preview = useQuery({ ...trpc.edition.preview.queryOptions(letter), staleTime: 0 })
  if (preview.error) return <ErrorNote error={preview.error} />
  if (!preview.data) return <Loading heights={[40]} />
  const { reasons } = preview.data
  if (reasons.length === 0) return <p>{text.none}</p>
  return (
    <div>
      <p className={styles.heading}>{text.heading}</p>
      <HoldReasons reasons={reasons} />
    </div>
  )
}

interface LetterPreviewProps {
  readonly edition: Edition
  readonly comment: string
  /** Whether the letter is shown at once. */
  readonly open: boolean
}

/** Renders the letter as it would be sent now, with the comment that is being typed. */
function LetterPreview({ edition: { id, period }, comment, open }: LetterPreviewProps) {
  const { locale, words } = useLanguage()
  const text = words.reporting.summaries.letter
  const [isVisible, setIsVisible] = useState(open)
  const [choice, setChoice] = useState<ChosenLetter>({ reader: 'executive', locale })
  const [debouncedComment] = useDebouncedValue(comment, 600)
  const preview = useQuery({
    ...trpc.edition.preview.queryOptions({ id, period, ...choice, comment: debouncedComment }),
    enabled: isVisible,
    placeholderData: keepPreviousData,
  })
  if (!isVisible)
    return (
      <div>
        <Button variant="default" onClick={() => setIsVisible(true)}>
          {text.show}
        </Button>
      </div>
    )
  return (
    <div>
      <p className={styles.heading}>{text.preview}</p>
      <LetterChoice choice={choice} readers={READERS} onChoose={setChoice} />
      {preview.error ? <ErrorNote error={preview.error} /> : null}
      {preview.data ? <LetterText letter={preview.data} locale={choice.locale} /> : null}
      {preview.isPending ? <Loading heights={[240]} /> : null}
    </div>
  )
}

interface HoldReasonsProps {
  readonly reasons: readonly HoldReason[]
  /** Whether each reason also says what to do and who does it. */
  readonly withRemedies?: boolean
}

/** Lists why an edition is not sent, one line each. */
export function HoldReasons({ reasons, withRemedies = false }: HoldReasonsProps) {
  const { words } = useLanguage()
  const text = words.reporting.summaries.held
  return (
    <ul className={styles.reasons}>
      {reasons.map((reason) => (
        <li key={words.editions.reason(reason)}>
          {words.editions.reason(reason)}
          {withRemedies ? (
            <>
              <span className={`${ui.line} ${ui.soft}`}>{words.editions.remedy(reason)}</span>
              <span className={`${ui.line} ${ui.soft}`}>{text.owner(words.goals.owners[reason.owner])}</span>
            </>
          ) : null}
        </li>
      ))}
    </ul>
  )
}

interface LetterTextProps {
  readonly letter: { readonly subject: string; readonly text: string }
  readonly locale: Locale
}

/** Shows a letter's plain text, because the page's content security policy blocks the styles of its HTML. */
export function LetterText({ letter, locale }: LetterTextProps) {
  const text = useLanguage().words.reporting.summaries.letter
  return (
    <div>
      <p>
        {text.subject}{' '}
        <span className={styles.subject} lang={locale} translate="no">
          {letter.subject}
        </span>
      </p>
      <div className={styles.letter} lang={locale} translate="no">
        {letter.text}
      </div>
    </div>
  )
}
