import { periodName } from '@wayproof/messages'
import type { RuleChange, RulesInForce } from '@wayproof/scorecard'
import type { ReactNode } from 'react'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'
import surface from '../surface/surface.module.css'
import styles from './rules.module.css'
import { settingText } from './setting-text.ts'

interface ChangeFactsProps {
  readonly change: RuleChange
  readonly rules: RulesInForce
}

/** What is to change or was changed, why and by whom, and who decided. */
export function ChangeFacts({ change, rules }: ChangeFactsProps) {
  const { locale, words } = useLanguage()
  const { dayOf } = useOrganisationDays()
  const { names, facts, outcomes } = words.reporting.rules
  const { what, reason, document, proposedBy, proposedAt, decided, number } = change
  const setting = rules.settings.find(({ id }) => id === what.setting)
  if (!setting) return null
  const signed = (name: string, at: number) => <Signed name={name} day={dayOf(at)} />
  const rows: readonly (readonly [string, ReactNode])[] = [
    [facts.value, settingText(setting, what.value, words)],
    ...(decided ? [] : [[facts.was, settingText(setting, setting.value, words)] as const]),
    [facts.from, periodName(what.appliesFrom, locale)],
    [
      facts.reason,
      <span translate="no" key="reason">
        {reason}
      </span>,
    ],
    ...(document
      ? [
          [
            facts.document,
            <span translate="no" key="document">
              {document}
            </span>,
          ] as const,
        ]
      : []),
    [facts.proposedBy, signed(proposedBy.name, proposedAt)],
    ...(decided ? [[outcomes[decided.outcome], signed(decided.by.name, decided.at)] as const] : []),
    ...(number === null ? [] : [[facts.version, `${rules.version.split('.')[0]}.${number}`] as const]),
  ]
  return (
    <>
      <p className={styles.name}>{names[what.setting]}</p>
      <dl className={surface.facts}>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}

function Signed({ name, day }: { readonly name: string; readonly day: string }) {
  const { listed } = useLanguage().words.reporting.shell
  return (
    <>
      <span translate="no">{name}</span>
      {listed}
      {day}
    </>
  )
}
