import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { CloseChange } from '@wayproof/survey/waves/close-change'
import { useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { ErrorNote, Note } from '../components/note.tsx'
import { ConfirmDialog } from '../forms/confirm-dialog.tsx'
import { useFocusAfter } from '../forms/use-focus-after.ts'
import { useLanguage } from '../language.tsx'
import styles from '../waves/waves.module.css'
import { CloseChangeFacts } from './close-change-facts.tsx'

interface DecideCloseProps {
  readonly change: CloseChange
  readonly isMine: boolean
}

/** The officer who proposed the change may withdraw it; another officer approves or declines it. */
export function DecideClose({ change, isMine }: DecideCloseProps) {
  const text = useLanguage().words.reporting.waves.closing
  const [openDialog, setOpenDialog] = useState<'approve' | 'decline' | 'takeBack' | null>(null)
  const callbacks = {
    onSettled: () => {
      setOpenDialog(null)
      void queryClient.invalidateQueries()
    },
  }
  const decide = useMutation(trpc.approval.decide.mutationOptions(callbacks))
  const withdraw = useMutation(trpc.approval.withdraw.mutationOptions(callbacks))
  const error = decide.error ?? withdraw.error
  useFocusAfter('h1')
  const isImmediate = openDialog === 'approve' && change.closesOn === null
  return (
    <>
      <p className={styles.chosen}>{text.asked}</p>
      <CloseChangeFacts change={change} />
      {isMine ? <Note>{text.waitsForOther}</Note> : null}
      {error ? <ErrorNote error={error} /> : null}
      <div className={styles.actions}>
        {isMine ? (
          <Button variant="default" onClick={() => setOpenDialog('takeBack')}>
            {text.takeBack.action}
          </Button>
        ) : (
          <>
            <Button onClick={() => setOpenDialog('approve')}>{text.approve.action}</Button>
            <Button variant="default" onClick={() => setOpenDialog('decline')}>
              {text.decline.action}
            </Button>
          </>
        )}
      </div>
      {openDialog ? (
        <ConfirmDialog
          title={text[openDialog].confirmTitle}
          action={text[openDialog].action}
          busy={decide.isPending || withdraw.isPending}
          onConfirm={() =>
            openDialog === 'takeBack'
              ? withdraw.mutate({ id: change.id })
              : decide.mutate({ id: change.id, approve: openDialog === 'approve' })
          }
          onClose={() => setOpenDialog(null)}
        >
          <p className={ui.soft}>{isImmediate ? text.approve.confirmAtOnce : text[openDialog].confirm}</p>
        </ConfirmDialog>
      ) : null}
    </>
  )
}
