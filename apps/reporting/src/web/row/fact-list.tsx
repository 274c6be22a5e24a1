import type { ReactNode } from 'react'
import { Facts } from '../components/facts.tsx'
import styles from './row.module.css'

interface FactListProps {
  readonly facts: readonly (readonly [name: string, value: ReactNode])[]
  /** In a drawer. */
  readonly isNarrow?: boolean
}

/** Labels beside their values, in two columns on a wide screen. */
export function FactList({ facts, isNarrow }: FactListProps) {
  return <Facts className={styles.facts} data-narrow={isNarrow || undefined} facts={facts} />
}
