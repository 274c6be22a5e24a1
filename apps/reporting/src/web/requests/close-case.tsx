import { useMutation } from '@tanstack/react-query'
import { outcomesOf, type RightsCase } from '@wayproof/evidence/rights/rights-case'
import { queryClient, trpc } from '../api.ts'
import { CloseForm } from '../conversation/close-form.tsx'
import { useLanguage } from '../language.tsx'

export function CloseCase({ request: { id, kind } }: { readonly request: Pick<RightsCase, 'id' | 'kind'> }) {
  const { words } = useLanguage()
  const close = useMutation(
    trpc.rights.close.mutationOptions({ onSettled: () => void queryClient.invalidateQueries() }),
  )
  return (
    <CloseForm
      text={words.reporting.requests.close}
      outcomes={outcomesOf({ kind })}
      names={words.rights.outcomes}
      error={close.error}
      busy={close.isPending}
      onClose={(outcome, onSettled) => close.mutate({ id, outcome }, { onSettled })}
      onAgain={() => close.reset()}
    />
  )
}
