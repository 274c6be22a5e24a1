import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import { ErrorNote } from '../components/note.tsx'
import { ConfirmDialog } from '../forms/confirm-dialog.tsx'
import { useLanguage } from '../language.tsx'

/** Asks twice, because everything that the sample data filled goes at once. */
export function RemoveSample({ onClose }: { readonly onClose: () => void }) {
  const text = useLanguage().words.reporting.sampleData
  const navigate = useNavigate()
  const [isSure, setIsSure] = useState(false)
  const remove = useMutation(
    trpc.sampleData.remove.mutationOptions({
      onSuccess: async () => {
        await navigate({ to: '/' })
        await queryClient.resetQueries()
        onClose()
      },
    }),
  )
  if (!isSure)
    return (
      <ConfirmDialog
        key="first"
        title={text.first.title}
        action={text.first.action}
        onConfirm={() => setIsSure(true)}
        onClose={onClose}
      >
        <p>{text.first.text}</p>
      </ConfirmDialog>
    )
  return (
    <ConfirmDialog
      key="second"
      title={text.second.title}
      action={text.second.action}
      busy={remove.isPending}
      isDangerous
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    >
      <p>{text.second.text}</p>
      {remove.isError ? <ErrorNote error={remove.error} /> : null}
    </ConfirmDialog>
  )
}
