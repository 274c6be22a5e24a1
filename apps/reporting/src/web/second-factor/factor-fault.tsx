import ui from '../components/components.module.css'
import { useLanguage } from '../language.tsx'
import type { CodeFault } from './second-factor.ts'

/** `wrong` names the wrong input: code or password. */
export function FactorFault({ fault, wrong }: { readonly fault: CodeFault; readonly wrong: string }) {
  const { account, faults } = useLanguage().words.reporting
  const { tooMany, expired } = account.factor
  const sentences: Readonly<Record<CodeFault, string>> = {
    wrong,
    tooMany,
    expired,
    offline: faults.offline,
    failed: faults.failed,
  }
  return (
    <p className={ui.note} data-tone="fault" role="alert">
      {sentences[fault]}
    </p>
  )
}
