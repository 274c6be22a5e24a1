import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { Wave } from '@wayproof/survey'
import { useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { FaultNote, Note } from '../components/note.tsx'
import { ConfirmDialog } from '../forms/confirm-dialog.tsx'
import { useLanguage } from '../language.tsx'
import { ReminderPreview } from './reminder-preview.tsx'
import styles from './waves.module.css'

type Command = 'remind' | 'pause' | 'resume'

/** Offers the officer's commands on an open wave; each says first what cannot be undone. */
export function WaveActions({ wave }: { readonly wave: Wave }) {
  const { words } = useLanguage()
  const text = words.reporting.waves
  const [asking, setAsking] = useState<Command | null>(null)
  const settled = {
    onSettled: () => {
      setAsking(null)
      void queryClient.invalidateQueries()
    },
  }
  const remind = useMutation(trpc.wave.remind.mutationOptions(settled))
  const pause = useMutation(trpc.wave.pause.mutationOptions(settled))
  const resume = useMutation(trpc.wave.resume.mutationOptions(settled))
  const commands = { remind, pause, resume }
  const error = Object.values(commands).find((command) => command.error)?.error
  function ask(command: Command) {
    // The result of the previous command is outdated.
    for (const each of Object.values(commands)) each.reset()
    setAsking(command)
  }
  const other = wave.paused ? 'resume' : 'pause'
  const { period } = wave
  return (
    <>
      <div className={styles.actions}>
        <Button variant="default" onClick={() => ask('remind')}>
          {text.remind.action}
        </Button>
        <Button variant="default" onClick={() => ask(other)}>
          {text[other].action}
        </Button>
      </div>
      {error ? <FaultNote error={error} /> : null}
      {remind.isSuccess ? <Note>{text.remind.done}</Note> : null}
      {asking ? (
        <ConfirmDialog
          title={text[asking].confirmTitle}
          action={text[asking].action}
          busy={commands[asking].isPending}
          onConfirm={() => commands[asking].mutate({ period })}
          onClose={() => setAsking(null)}
        >
          <p className={ui.soft}>{text[asking].confirm}</p>
          {asking === 'remind' ? <ReminderPreview wave={wave} /> : null}
        </ConfirmDialog>
      ) : null}
    </>
  )
}
