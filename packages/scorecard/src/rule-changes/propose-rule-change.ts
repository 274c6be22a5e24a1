import { dateAt, fail, type Outcome, ok } from '@wayproof/kernel'
import { halfYearNamed } from '../build-scorecard.ts'
import { settingValue } from './definitions.ts'
import { type AppliesFault, appliesFault } from './half-year-standing.ts'
import type { RuleChangePorts } from './ports.ts'
import { type ChangingPerson, confirmedSettings, type RuleChange, type SettingChange } from './rule-change.ts'
import { SETTINGS } from './setting.ts'

export interface ProposeRuleChange {
  readonly what: SettingChange
  readonly reason: string
  /** Where the decision is written down. */
  readonly document: string | null
  readonly by: ChangingPerson
}

export type ProposeRuleChangeFault =
  | AppliesFault
  | {
      readonly code:
        | 'not-a-half-year'
        | 'reason-missing'
        | 'document-missing'
        | 'setting-out-of-range'
        | 'setting-unchanged'
        | 'baseline-not-past'
        | 'baseline-without-data'
        | 'change-waits'
      readonly figures?: Readonly<Record<string, string | number>>
    }

/** Proposes another value of a setting. Until a second person confirms it, nothing changes. */
export async function proposeRuleChange(
  ports: RuleChangePorts,
  { what, reason, document, by }: ProposeRuleChange,
): Promise<Outcome<RuleChange, ProposeRuleChangeFault>> {
  const now = ports.clock.now()
  const half = halfYearNamed(what.appliesFrom)
  if (!half.ok) return fail('not-a-half-year', half.fault.figures)
  if (reason.trim() === '') return fail('reason-missing')
  const { lowest, highest, documentedBelow = lowest } = SETTINGS[what.setting]
  if (!fits(what, lowest, highest)) return fail('setting-out-of-range', { lowest, highest })
  const written = document?.trim() || null
  if (what.value !== null && what.value < documentedBelow && written === null) return fail('document-missing')
  const settings = confirmedSettings(await ports.changes.changes())
  const refused = appliesFault(what, await ports.changes.standing(), settings, dateAt(now, ports.timeZone))
  if (refused) return fail(refused)
  const { definitions } = await ports.facts.inForce(what.appliesFrom)
  if (settingValue(definitions, what.setting) === what.value) return fail('setting-unchanged')
  if (what.setting === 'baseline-year' && what.value !== null) {
    // A year that runs is no baseline yet, and one that nothing is known of would make every year an improvement or none.
    if (what.value >= half.value.year) return fail('baseline-not-past')
    if (!(await ports.changes.knowsIncidentsOf(what.value))) return fail('baseline-without-data')
  }
  const { id, name } = by
  const proposed = { id: ports.ids.next(), what, reason: reason.trim(), document: written, proposedAt: now }
  const change: RuleChange = { ...proposed, proposedBy: { id, name }, decided: null, number: null }
  return (await ports.changes.propose(change, by.mailbox)) ? ok(change) : fail('change-waits')
}

const fits = ({ setting, value }: SettingChange, lowest: number, highest: number): boolean =>
  value === null ? setting === 'baseline-year' : Number.isSafeInteger(value) && value >= lowest && value <= highest
