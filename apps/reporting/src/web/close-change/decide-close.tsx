import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { CloseChange } from '@wayproof/survey'
import { useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { FaultNote, Note } from '../components/note.tsx'
import { ConfirmDialog } from '../forms/confirm-dialog.tsx'
import { useLanguage } from '../language.tsx'
import styles from '../waves/waves.module.css'
import { CloseChangeFacts } from './close-change-facts.tsx'

interface DecideCloseProps {
  readonly period: string
  readonly change: CloseChange
  readonly mine: boolean
}

/** The officer who proposed the change may withdraw it; another officer approves or declines it. */
export function DecideClose({ period, change, mine }: DecideCloseProps) {
  const text = useLanguage().words.reporting.waves.closing
  const [asking, setAsking] = useState<'approve' | 'decline' | 'takeBack' | null>(null)
  const decide = useMutation(
    trpc.wave.decideClose.mutationOptions({
      onSettled: () => {
        setAsking(null)
        void queryClient.invalidateQueries()
      },
    }),
  )
  const atOnce = asking === 'approve' && change.closesOn === null
  return (
    <>
      <p className={styles.chosen}>{text.asked}</p>
      <CloseChangeFacts change={change} />
      {mine ? <Note>{text.waitsForOther}</Note> : null}
      {decide.error ? <FaultNote error={decide.error} /> : null}
      <div className={styles.actions}>
        {mine ? (
          <Button variant="default" onClick={() => setAsking('takeBack')}>
            {text.takeBack.action}
          </Button>
        ) : (
          <>
            <Button onClick={() => setAsking('approve')}>{text.approve.action}</Button>
            <Button variant="default" onClick={() => setAsking('decline')}>
              {text.decline.action}
            </Button>
          </>
        )}
      </div>
      {asking ? (
        <ConfirmDialog
          title={text[asking].confirmTitle}
          action={text[asking].action}
          busy={decide.isPending}
          onConfirm={() => decide.mutate({ period, change: change.id, approve: asking === 'approve' })}
          onClose={() => setAsking(null)}
        >
          <p className={ui.soft}>{atOnce ? text.approve.confirmAtOnce : text[asking].confirm}</p>
        </ConfirmDialog>
      ) : null}
    </>
  )
}
