import type { Organisation } from '@wayproof/accounts/organisation/organisation'
import type { Query } from '@wayproof/database/query/query'
import { REGISTER_IDS } from '@wayproof/evidence/register'
import { registerTables } from '@wayproof/evidence/registers/register-tables'
import { referencesTo } from '@wayproof/evidence/rows/references'
import type { SamplePartKind } from '@wayproof/journal/sample-data/sample-lock'

const parts = (kind: SamplePartKind) => `(SELECT id FROM sample_part WHERE kind = '${kind}')`

const OF_WAVES = [
  'wave_skip',
  'frame_margin',
  'tally',
  'cross_tally',
  'straight_lining',
  'comment_rating',
  'comment',
  'answer_day',
  'answer_counter',
  'answer',
  'decrypted_answer',
  'cell',
]

/** Registers to which others refer go last, because a foreign key holds them. */
const REGISTERED = REGISTER_IDS.toSorted((a, b) => referencesTo(a).length - referencesTo(b).length).map(
  (register) => registerTables[register].table,
)

/**
 * The one place where records of registers and waves go whole, and only those that the list of the sample data names:
 * rows by their import, everything else by its id.
 */
const STATEMENTS: readonly string[] = [
  ...REGISTERED.map((table) => `DELETE FROM "${table}" WHERE import_id IN ${parts('import')}`),
  `DELETE FROM register_change WHERE import_id IN ${parts('import')} OR before_import_id IN ${parts('import')}`,
  `DELETE FROM import_file WHERE id IN ${parts('import')}`,
  `DELETE FROM coded_comment WHERE comment_key IN (SELECT key FROM comment WHERE wave_id IN ${parts('wave')})`,
  ...OF_WAVES.map((table) => `DELETE FROM "${table}" WHERE wave_id IN ${parts('wave')}`),
  `DELETE FROM wave WHERE id IN ${parts('wave')}`,
  ...['rights_message', 'rights_case_change', 'mailed_code'].map(
    (table) => `DELETE FROM ${table} WHERE case_id IN ${parts('rights-case')}`,
  ),
  `DELETE FROM rights_case WHERE id IN ${parts('rights-case')}`,
  ...['meeting_attendee', 'meeting_decision'].map(
    (table) => `DELETE FROM ${table} WHERE meeting_id IN ${parts('meeting')}`,
  ),
  `DELETE FROM meeting WHERE id IN ${parts('meeting')}`,
  `DELETE FROM action_outcome WHERE action_id IN ${parts('action')}`,
  `DELETE FROM agreed_action WHERE id IN ${parts('action')}`,
  `DELETE FROM empty_month WHERE register || ':' || month IN ${parts('empty-month')}`,
  'DELETE FROM sample_part',
  'DELETE FROM sample_data',
]

const RESTORE = `UPDATE organisation SET name_zh = @nameZh, name_en = @nameEn, contact_email = @contactEmail,
    programme_start = @programmeStart, founded_on = @foundedOn, baseline_year = @baselineYear, sample = @sample
  WHERE id = 1`

/** Deletes everything that came with the sample data and puts the organization back, in the transaction of `query`. */
export async function removeSample(query: Query, organisationBefore: string | null): Promise<void> {
  for (const statement of STATEMENTS) await query.run(statement)
  if (organisationBefore === null) {
    await query.run('DELETE FROM organisation WHERE sample AND id = 1')
    return
  }
  const { foundedOn = null, ...before } = JSON.parse(organisationBefore) as Organisation
  await query.run(RESTORE, { ...before, foundedOn })
}
