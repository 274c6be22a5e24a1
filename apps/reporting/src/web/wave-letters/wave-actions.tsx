import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { Wave } from '@wayproof/survey/waves/wave'
import { useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { ErrorNote, Note } from '../components/note.tsx'
import { ConfirmDialog } from '../forms/confirm-dialog.tsx'
import { useLanguage } from '../language.tsx'
import styles from './letters.module.css'
import { ReminderPreview } from './reminder-preview.tsx'

type Command = 'remind' | 'pause' | 'resume'

/** Offers the officer's commands on an open wave; each says first what cannot be undone. */
export function WaveActions({ wave }: { readonly wave: Wave }) {
  const { words } = useLanguage()
  const text = words.reporting.waves
  const [commandToConfirm, setCommandToConfirm] = useState<Command | null>(null)
  const callbacks = {
    onSettled: () => {
      setCommandToConfirm(null)
      void queryClient.invalidateQueries()
    },
  }
  const remind = useMutation(trpc.wave.remind.mutationOptions(callbacks))
  const pause = useMutation(trpc.wave.pause.mutationOptions(callbacks))
  const resume = useMutation(trpc.wave.resume.mutationOptions(callbacks))
  const commands = { remind, pause, resume }
  const error = Object.values(commands).find((command) => command.error)?.error
  function ask(command: Command) {
    // The result of the previous command is outdated.
    for (const mutation of Object.values(commands)) mutation.reset()
    setCommandToConfirm(command)
  }
  const pauseOrResume = wave.paused ? 'resume' : 'pause'
  const { period } = wave
  return (
    <>
      <div className={styles.actions}>
        <Button variant="default" onClick={() => ask('remind')}>
          {text.remind.action}
        </Button>
        <Button variant="default" onClick={() => ask(pauseOrResume)}>
          {text[pauseOrResume].action}
        </Button>
      </div>
      {error ? <ErrorNote error={error} /> : null}
      {remind.isSuccess ? <Note>{text.remind.done}</Note> : null}
      {commandToConfirm ? (
        <ConfirmDialog
          title={text[commandToConfirm].confirmTitle}
          action={text[commandToConfirm].action}
          busy={commands[commandToConfirm].isPending}
          onConfirm={() => commands[commandToConfirm].mutate({ period })}
          onClose={() => setCommandToConfirm(null)}
        >
          <p className={ui.soft}>{text[commandToConfirm].confirm}</p>
          {commandToConfirm === 'remind' ? <ReminderPreview wave={wave} /> : null}
        </ConfirmDialog>
      ) : null}
    </>
  )
}
