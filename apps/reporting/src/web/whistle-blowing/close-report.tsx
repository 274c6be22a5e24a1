import { useMutation } from '@tanstack/react-query'
import { closingFault, REPORT_OUTCOMES } from '@wayproof/evidence/whistle-blowing/whistle-report'
import { queryClient, type ShownReport, trpc } from '../api.ts'
import { CloseForm } from '../conversation/close-form.tsx'
import { useLanguage } from '../language.tsx'

export function CloseReport({ report }: { readonly report: ShownReport['report'] }) {
  const { words } = useLanguage()
  const close = useMutation(
    trpc.whistle.close.mutationOptions({ onSettled: () => void queryClient.invalidateQueries() }),
  )
  return (
    <CloseForm
      text={words.reporting.reports.close}
      outcomes={REPORT_OUTCOMES}
      names={words.whistleBlowing.outcomes}
      isEarly={closingFault(report) !== null}
      error={close.error}
      busy={close.isPending}
      onClose={(outcome, onSettled) => close.mutate({ id: report.id, outcome }, { onSettled })}
      onAgain={() => close.reset()}
    />
  )
}
