import { languageName } from '@wayproof/messages/language-name'
import { count } from '@wayproof/messages/number-format'
import type { TravelerImportCounts } from '@wayproof/survey/travelers/ports'
import { Fragment } from 'react'
import ui from '../components/components.module.css'
import { Facts } from '../components/facts.tsx'
import { Verbatim } from '../components/verbatim.tsx'
import { useLanguage } from '../language.tsx'
import styles from '../registers/registers.module.css'

type Found = NonNullable<TravelerImportCounts['found']>

const TRAITS = ['tripType', 'channel', 'region', 'locale'] as const

interface TravelerGroupsProps {
  readonly foundValues: Found
  readonly otherLanguages: readonly string[]
}

/** Lists the groups that a file of travelers would create, so that a misspelled one is noticed before the import. */
export function TravelerGroups({ foundValues, otherLanguages }: TravelerGroupsProps) {
  const { locale, words } = useLanguage()
  const text = words.reporting.registers.found
  const languages: Readonly<Record<string, string>> = words.reporting.people.languages
  return (
    <section className={styles.found}>
      <h3>{text.title}</h3>
      {otherLanguages.length > 0 ? (
        <p className={ui.note} data-tone="caution">
          <span>
            {text.otherLanguages} <Verbatim>{otherLanguages.join(', ')}</Verbatim>
          </span>
        </p>
      ) : null}
      <Facts
        facts={TRAITS.map((trait) => [
          text.traits[trait],
          <Fragment key={trait}>
            {foundValues[trait].values.map(({ value, count: travelers, isNew }) => (
              <span key={value} className={ui.line}>
                {trait === 'locale' ? (languages[value] ?? languageName(value, locale)) : <Verbatim>{value}</Verbatim>}{' '}
                {count(travelers, locale)}
                {isNew ? <strong> · {text.isNew}</strong> : null}
              </span>
            ))}
            {foundValues[trait].more > 0 ? <span className={ui.line}>{text.more(foundValues[trait].more)}</span> : null}
          </Fragment>,
        ])}
      />
    </section>
  )
}
