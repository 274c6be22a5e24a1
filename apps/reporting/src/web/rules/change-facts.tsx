import { periodName } from '@wayproof/messages/date-format'
import type { Messages } from '@wayproof/messages/en'
import { isYearly } from '@wayproof/scorecard/goals/goal'
import type { RulesInForce } from '@wayproof/scorecard/rule-changes/list-rules'
import type { RuleChange } from '@wayproof/scorecard/rule-changes/rule-change'
import type { ReactNode } from 'react'
import { Facts } from '../components/facts.tsx'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'
import { changeName } from './change-name.ts'
import styles from './rules.module.css'
import { settingText } from './setting-text.ts'

interface ChangeFactsProps {
  readonly change: RuleChange
  readonly rules: RulesInForce
}

/** Shows a proposed or decided change with its reason and the two people. */
export function ChangeFacts({ change, rules }: ChangeFactsProps) {
  const { locale, words } = useLanguage()
  const { dayOf } = useOrganisationDays()
  const { facts, outcomes } = words.reporting.rules
  const { what, reason, document, proposedBy, proposedAt, decided, number } = change
  // A setting stays in force; a row is excluded for one half-year or for the rest of a year.
  const from = what.kind === 'setting' || isYearly(what.goal) ? facts.from : facts.only
  const verbatim = (text: string) => (
    <span translate="no" key={text}>
      {text}
    </span>
  )
  const signature = (name: string, at: number) => <Signed name={name} day={dayOf(at)} />
  const rows: readonly (readonly [string, ReactNode])[] = [
    ...aboutRows(change, rules, words).map(([name, text]) => [name, verbatim(text)] as const),
    [from, periodName(what.appliesFrom, locale)],
    [facts.reason, verbatim(reason)],
    ...(document ? [[facts.document, verbatim(document)] as const] : []),
    [facts.proposedBy, signature(proposedBy.name, proposedAt)],
    ...(decided ? [[outcomes[decided.outcome], signature(decided.by.name, decided.at)] as const] : []),
    ...(number === null ? [] : [[facts.version, `${rules.version.split('.')[0]}.${number}`] as const]),
  ]
  return (
    <>
      <p className={styles.name}>{changeName(change, words)}</p>
      <Facts facts={rows} />
    </>
  )
}

/** Gives the new and the previous value of a setting, or the excluded row. */
function aboutRows({ what, decided }: RuleChange, rules: RulesInForce, words: Messages): [string, string][] {
  const { facts, rows } = words.reporting.rules
  if (what.kind !== 'setting') {
    const rowName = what.row === null ? rows.onePerson : `${what.label} (${what.row})`
    return [[facts.row, rowName]]
  }
  const setting = rules.settings.find(({ id }) => id === what.setting)
  if (!setting) return []
  const value: [string, string] = [facts.value, settingText(setting, what.value, words)]
  return decided ? [value] : [value, [facts.was, settingText(setting, setting.value, words)]]
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
