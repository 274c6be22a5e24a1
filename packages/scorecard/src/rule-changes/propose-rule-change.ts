import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import { secondPersonFault } from '@wayproof/kernel/people/second-person'
import { halfYearNamed } from '../build-scorecard.ts'
import type { OwningPerson } from '../closing/period-close.ts'
import { settingValue } from './definitions.ts'
import type { RuleChangePorts } from './ports.ts'
import { confirmedSettings, type RowChange, type RuleChange, type SettingChange } from './rule-change.ts'
import { type AppliesFault, appliesFault } from './rules-lock.ts'
import { SETTINGS } from './setting.ts'

/** A proposal. The store adds the name of a row. */
export type ProposedChange = SettingChange | (Omit<RowChange, 'label' | 'row'> & { readonly row: string })

export interface ProposeRuleChange {
  readonly what: ProposedChange
  readonly reason: string
  /** Document of the decision. */
  readonly document: string | null
  readonly by: OwningPerson
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
        | 'row-not-registered'
        | 'already-excluded'
        | 'not-excluded'
        | 'change-waits'
        | 'appointment-unconfirmed'
      readonly figures?: Readonly<Record<string, string | number>>
    }

/**
 * Proposes a new value of a setting, or the exclusion or readmission of a row. Nothing changes until a second person
 * confirms it.
 */
export async function proposeRuleChange(
  ports: RuleChangePorts,
  { what: proposed, reason, document, by }: ProposeRuleChange,
): Promise<Outcome<RuleChange, ProposeRuleChangeFault>> {
  if (secondPersonFault(by)) return fail('appointment-unconfirmed')
  const now = ports.clock.now()
  const half = halfYearNamed(proposed.appliesFrom)
  if (!half.ok) return fail('not-a-half-year', half.fault.figures)
  if (reason.trim() === '') return fail('reason-missing')
  const written = document?.trim() || null
  const outcome = await (proposed.kind === 'setting'
    ? checkSetting(ports, proposed, written)
    : checkRow(ports, proposed))
  if (!outcome.ok) return outcome
  const what = outcome.value
  const settings = confirmedSettings(await ports.changes.changes())
  const refused = appliesFault(what, await ports.changes.standing(), settings, dateAt(now, ports.timeZone))
  if (refused) return fail(refused)
  const { id, name } = by
  const given = { id: ports.ids.next(), what, reason: reason.trim(), document: written, proposedAt: now }
  const change: RuleChange = { ...given, proposedBy: { id, name }, decided: null, number: null }
  return (await ports.changes.propose(change, by.mailbox)) ? ok(change) : fail('change-waits')
}

async function checkSetting(
  { changes, facts }: RuleChangePorts,
  settingChange: SettingChange,
  document: string | null,
): Promise<Outcome<SettingChange, ProposeRuleChangeFault>> {
  const { setting, value, appliesFrom } = settingChange
  const { lowest, highest, documentedBelow = lowest } = SETTINGS[setting]
  if (!fits(settingChange, lowest, highest)) return fail('setting-out-of-range', { lowest, highest })
  if (value !== null && value < documentedBelow && document === null) return fail('document-missing')
  if (settingValue((await facts.forHalfYear(appliesFrom)).definitions, setting) === value)
    return fail('setting-unchanged')
  if (setting !== 'baseline-year' || value === null) return ok(settingChange)
  // A running year is no baseline, and a year without data would make every later one an improvement, or none.
  if (value >= Number(appliesFrom.slice(0, 4))) return fail('baseline-not-past')
  return (await changes.knowsIncidentsOf(value)) ? ok(settingChange) : fail('baseline-without-data')
}

const fits = ({ setting, value }: SettingChange, lowest: number, highest: number): boolean =>
  value === null ? setting === 'baseline-year' : Number.isSafeInteger(value) && value >= lowest && value <= highest

async function checkRow(
  { changes, facts }: RuleChangePorts,
  what: Exclude<ProposedChange, SettingChange>,
): Promise<Outcome<RowChange, ProposeRuleChangeFault>> {
  const { kind, goal, row, appliesFrom } = what
  const label = await changes.labelOf(goal, row)
  if (label === null) return fail('row-not-registered')
  const { exclusions } = await facts.forHalfYear(appliesFrom)
  const isOut = exclusions.some((exclusion) => exclusion.goal === goal && exclusion.row === row)
  if (kind === 'exclusion' && isOut) return fail('already-excluded')
  if (kind === 'readmission' && !isOut) return fail('not-excluded')
  return ok({ ...what, label })
}
