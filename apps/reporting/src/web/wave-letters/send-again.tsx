import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { ErrorNote, Note } from '../components/note.tsx'
import { ConfirmDialog } from '../forms/confirm-dialog.tsx'
import { useLanguage } from '../language.tsx'

interface SendAgainProps {
  readonly period: string
  readonly chosen: ReadonlySet<string>
  /** Customer numbers on this page that may be chosen. */
  readonly choosable: readonly string[]
  readonly onChoose: (chosen: ReadonlySet<string>) => void
}

/** Sends the chosen invitations again, after a confirmation with their number. */
export function SendAgain({ period, chosen, choosable, onChoose }: SendAgainProps) {
  const { again: text } = useLanguage().words.reporting.waves.undelivered
  const [isAsked, setAsked] = useState(false)
  const send = useMutation(
    trpc.letters.sendAgain.mutationOptions({
      onSuccess: () => onChoose(new Set()),
      onSettled: () => {
        setAsked(false)
        void queryClient.invalidateQueries()
      },
    }),
  )
  return (
    <>
      {choosable.length > 0 ? (
        <>
          <p className={ui.soft}>{text.hint}</p>
          <div className={ui.buttons}>
            <Button variant="default" onClick={() => onChoose(new Set([...chosen, ...choosable]))}>
              {text.chooseAll}
            </Button>
            <Button disabled={chosen.size === 0} onClick={() => setAsked(true)}>
              {text.action(chosen.size)}
            </Button>
          </div>
        </>
      ) : null}
      {send.error ? <ErrorNote error={send.error} /> : null}
      {send.data ? <Note>{text.done(send.data.sent, send.data.left)}</Note> : null}
      {isAsked ? (
        <ConfirmDialog
          title={text.confirmTitle(chosen.size)}
          action={text.action(chosen.size)}
          busy={send.isPending}
          onConfirm={() => send.mutate({ period, customerNumbers: [...chosen] })}
          onClose={() => setAsked(false)}
        >
          <p className={ui.soft}>{text.confirm}</p>
        </ConfirmDialog>
      ) : null}
    </>
  )
}
