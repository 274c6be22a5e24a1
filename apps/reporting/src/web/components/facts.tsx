import type { ComponentProps, ReactNode } from 'react'
import styles from './components.module.css'

interface FactsProps extends ComponentProps<'dl'> {
  readonly facts: readonly (readonly [name: string, value: ReactNode])[]
}

/** A list of names with their values; another `className` changes its looks. */
export function Facts({ facts, className = styles.facts, ...list }: FactsProps) {
  return (
    <dl className={className} {...list}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
