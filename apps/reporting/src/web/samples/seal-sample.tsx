import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { ErrorNote } from '../components/note.tsx'
import { ConfirmDialog } from '../forms/confirm-dialog.tsx'
import { useLanguage } from '../language.tsx'

export function SealSample({ sample }: { readonly sample: string }) {
  const { sheet } = useLanguage().words.reporting.samples
  const [isConfirming, setIsConfirming] = useState(false)
  const seal = useMutation(
    trpc.sample.seal.mutationOptions({
      onSettled: () => {
        setIsConfirming(false)
        void queryClient.invalidateQueries()
      },
    }),
  )
  return (
    <div className={ui.more}>
      {seal.error ? <ErrorNote error={seal.error} /> : null}
      <Button onClick={() => setIsConfirming(true)}>{sheet.seal}</Button>
      {isConfirming ? (
        <ConfirmDialog
          title={sheet.sealTitle}
          action={sheet.seal}
          busy={seal.isPending}
          onClose={() => setIsConfirming(false)}
          onConfirm={() => seal.mutate({ sample })}
        >
          <p className={ui.soft}>{sheet.sealText}</p>
        </ConfirmDialog>
      ) : null}
    </div>
  )
}
