import { useMutation } from '@tanstack/react-query'
import { queryClient, type ShownDraft, trpc } from '../api.ts'

/** Puts the wording of an old version into the saved draft; Undo brings the draft back. */
export function useRestore({ id, revision }: ShownDraft, see: (draft: ShownDraft) => void) {
  const { mutate, error } = useMutation(
    trpc.questionnaire.restore.mutationOptions({
      onSuccess: (draft) => {
        queryClient.setQueryData(trpc.questionnaire.draft.queryKey(), draft)
        see(draft)
      },
    }),
  )
  return { error, restore: (from: number) => mutate({ id, seen: revision, from }) }
}
