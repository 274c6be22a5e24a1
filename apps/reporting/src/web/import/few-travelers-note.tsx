import { useQuery } from '@tanstack/react-query'
import { RULES } from '@wayproof/scorecard/rules'
import { trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { useLanguage } from '../language.tsx'

/** Warns before an import that leaves fewer travelers in the register than the answers a wave needs for its goal. */
export function FewTravelersNote({ added }: { readonly added: number }) {
  const { found } = useLanguage().words.reporting.registers
  const { data } = useQuery(trpc.register.list.queryOptions())
  const stored = data?.find(({ id }) => id === 'travelers')?.rows
  if (stored === undefined || stored + added >= RULES.minimumForStatus) return null
  return (
    <p className={ui.note} data-tone="caution">
      {found.few(stored + added, RULES.minimumForStatus)}
    </p>
  )
}
