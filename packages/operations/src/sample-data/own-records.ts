import type { ReadQuery } from '@wayproof/database/query/query'
import { REGISTER_IDS } from '@wayproof/evidence/register'
import { registerTables } from '@wayproof/evidence/registers/register-tables'

/**
 * Tables whose rows are records of the program. Accounts, settings and logs are none; a refusal because of a whistleblower's report
 * would tell that there is one.
 */
const RECORD_TABLES: readonly string[] = [
  ...new Set(REGISTER_IDS.map((register) => registerTables[register].table)),
  'empty_month',
  'import_file',
  'register_change',
  'evidence_attachment',
  'policy_text',
  'policy_fetch',
  'policy_proof',
  'rights_case',
  'traveler',
  'wave_opening',
  'wave',
  'rule_change',
  'programme_start_change',
  'improvement',
  'period_freeze',
  'period_reopening',
  'missing_list',
  'seal',
  'audit_sample',
  'published_report',
  'remedy',
  'action_outcome',
  'agreed_action',
  'meeting',
  'edition',
  'executive_decision',
]

/** Whether any table has a record of the program. */
export async function hasRecords(query: ReadQuery): Promise<boolean> {
  const anyRecord = RECORD_TABLES.map((table) => `EXISTS (SELECT 1 FROM "${table}")`).join(' OR ')
  return (await query.get<{ found: number }>(`SELECT ${anyRecord} AS found`))?.found === 1
}
