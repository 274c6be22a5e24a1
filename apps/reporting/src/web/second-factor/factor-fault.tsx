import ui from '../components/components.module.css'
import { useLanguage } from '../language.tsx'
import type { CodeFault } from './second-factor.ts'

/** Shows why a code or password was refused. */
export function FactorFault({ fault }: { readonly fault: CodeFault }) {
  const { account, faults } = useLanguage().words.reporting
  const { wrongCode, tooMany, expired } = account.factor
  const sentences: Readonly<Record<CodeFault, string>> = {
    wrongCode,
    wrongPassword: account.password.wrong,
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
