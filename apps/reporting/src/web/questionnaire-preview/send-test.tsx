import { Button, Checkbox } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { LOCALES } from '@wayproof/kernel/people/locale'
import { useState } from 'react'
import { trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { Note } from '../components/note.tsx'
import { ConfirmDialog } from '../forms/confirm-dialog.tsx'
import { useLanguage } from '../language.tsx'
import { DraftError } from '../questionnaire/draft-error.tsx'
import { useNameOfLanguage, useSecondLanguage } from '../questionnaire-fields/second-language.tsx'

interface SendTestProps {
  /** ID of the draft. */
  readonly id: string
  /** True while the saved draft is not the one on the screen. */
  readonly isDirty: boolean
}

/** Mails the officer the invitation of the draft, in the chosen languages. */
export function SendTest({ id, isDirty }: SendTestProps) {
  const { locale, words } = useLanguage()
  const { test: text } = words.reporting.questionnaire
  const nameOf = useNameOfLanguage()
  const { added } = useSecondLanguage()
  const [isOpen, setIsOpen] = useState(false)
  const [languages, setLanguages] = useState<readonly string[]>([locale])
  const send = useMutation(trpc.questionnaire.testLetter.mutationOptions({ onSettled: () => setIsOpen(false) }))
  const offered = [...LOCALES, ...added.flatMap(({ tag, isActive }) => (isActive ? [tag] : []))]
  const sent = send.data?.sent.length ?? 0
  const ended = send.data ? send.variables.languages.length - sent : 0
  const chosen = offered.filter((tag) => languages.includes(tag))
  return (
    <>
      <Button variant="default" disabled={isDirty} onClick={() => setIsOpen(true)}>
        {text.action}
      </Button>
      {isOpen ? (
        <ConfirmDialog
          title={text.title}
          action={text.send}
          busy={send.isPending}
          onConfirm={() => {
            if (chosen.length > 0) send.mutate({ id, languages: chosen })
          }}
          onClose={() => setIsOpen(false)}
        >
          <p>{text.lead}</p>
          <fieldset className={ui.stack}>
            <legend>{text.languages}</legend>
            {offered.map((tag) => (
              <Checkbox
                key={tag}
                label={
                  <bdi lang={tag} translate="no">
                    {nameOf(tag)}
                  </bdi>
                }
                checked={languages.includes(tag)}
                onChange={({ currentTarget: { checked } }) =>
                  setLanguages(checked ? [...languages, tag] : languages.filter((each) => each !== tag))
                }
              />
            ))}
          </fieldset>
          {chosen.length === 0 ? <Note tone="caution">{text.none}</Note> : null}
        </ConfirmDialog>
      ) : null}
      <DraftError error={send.error} />
      {sent > 0 ? <Note>{text.done}</Note> : null}
      {ended > 0 ? <Note tone="caution">{text.ended(ended)}</Note> : null}
    </>
  )
}
