import { Button } from '@mantine/core'
import type { ProposedRepair } from '@wayproof/evidence/checks/propose-repairs'
import { useLanguage } from '../language.tsx'
import styles from './row-form.module.css'

interface MeantReferenceProps {
  readonly repair: ProposedRepair
  readonly onUse: (id: string) => void
}

/** Proposes the row that a refused reference probably means. */
export function MeantReference({ repair: { to, name }, onUse }: MeantReferenceProps) {
  const text = useLanguage().words.reporting.registers
  return (
    <p className={styles.meant} translate="no">
      {text.meant(to, name)}{' '}
      <Button size="compact-sm" variant="default" onClick={() => onUse(to)}>
        {text.use(to)}
      </Button>
    </p>
  )
}
