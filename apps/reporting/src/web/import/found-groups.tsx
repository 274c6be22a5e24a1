import { count } from '@wayproof/messages'
import type { TravelerImportCounts } from '@wayproof/survey'
import { Fragment } from 'react'
import surface from '../components/components.module.css'
import { Facts } from '../components/facts.tsx'
import { Verbatim } from '../components/verbatim.tsx'
import { useLanguage } from '../language.tsx'
import styles from '../registers/registers.module.css'

type Found = NonNullable<TravelerImportCounts['found']>

const TRAITS = ['tripType', 'channel', 'region', 'locale'] as const

interface FoundGroupsProps {
  readonly found: Found
  readonly otherLanguages: readonly string[]
}

/** Lists the groups that a file of travelers would create, so that a misspelled one is noticed before the import. */
export function FoundGroups({ found, otherLanguages }: FoundGroupsProps) {
  const { locale, words } = useLanguage()
  const text = words.reporting.registers.found
  const languages: Readonly<Record<string, string>> = words.reporting.people.languages
  return (
    <section className={styles.found}>
      <h3>{text.title}</h3>
      {otherLanguages.length > 0 ? (
        <p className={surface.note} data-tone="caution">
          <span>
            {text.otherLanguages} <Verbatim>{otherLanguages.join(', ')}</Verbatim>
          </span>
        </p>
      ) : null}
      <Facts
        facts={TRAITS.map((trait) => [
          text.traits[trait],
          <Fragment key={trait}>
            {found[trait].values.map(({ value, count: many, isNew }) => (
              <span key={value} className={surface.line}>
                {trait === 'locale' ? languages[value] : <Verbatim>{value}</Verbatim>} {count(many, locale)}
                {isNew ? <strong> · {text.isNew}</strong> : null}
              </span>
            ))}
            {found[trait].more > 0 ? <span className={surface.line}>{text.more(found[trait].more)}</span> : null}
          </Fragment>,
        ])}
      />
    </section>
  )
}
