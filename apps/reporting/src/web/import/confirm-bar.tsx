import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import ui from '../components/components.module.css'
import { useLanguage } from '../language.tsx'
import styles from './import.module.css'
import type { Upload } from './upload-register.ts'
import type { ImportSteps } from './use-import.ts'

interface ConfirmBarProps {
  readonly result: Extract<Upload, { readonly ok: true }>
  readonly steps: Pick<ImportSteps, 'confirm' | 'isTaking'>
}

/** Says what an import will change; stays in view while the rows are scrolled. */
export function ConfirmBar({ result, steps }: ConfirmBarProps) {
  const { words } = useLanguage()
  const text = words.reporting.registers
  const counts = new Map(result.counts)
  const [added, changed] = [counts.get('added') ?? 0, counts.get('changed') ?? 0]
  return (
    <div className={styles.bar}>
      <strong>{added + changed === 0 ? text.willChangeNothing : text.willAdd(added, changed)}</strong>
      <span className={ui.buttons}>
        <Button component={Link} to="/registers" variant="default">
          {words.reporting.shell.cancel}
        </Button>
        <Button loading={steps.isTaking} onClick={steps.confirm}>
          {text.confirm}
        </Button>
      </span>
    </div>
  )
}
