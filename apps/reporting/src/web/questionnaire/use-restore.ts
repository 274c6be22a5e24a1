import { useMutation } from '@tanstack/react-query'
import type { Questionnaire } from '@wayproof/survey'
import { queryClient, trpc } from '../api.ts'

/** Puts the wording of an old version into the open draft; Undo brings the draft back. */
export function useRestore(typed: Questionnaire, change: (questionnaire: Questionnaire) => void) {
  return useMutation({
    mutationFn: (version: number) => queryClient.fetchQuery(trpc.questionnaire.definition.queryOptions({ version })),
    onSuccess: (definition) => {
      if (definition) change({ ...(JSON.parse(definition) as Questionnaire), version: typed.version })
    },
  })
}
