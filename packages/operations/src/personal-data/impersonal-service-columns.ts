/** Columns of tables about the installation's own work; none of them has personal data. */
export const IMPERSONAL_SERVICE_COLUMNS: Readonly<Record<string, readonly string[]>> = {
  sample_data: ['id', 'load_id', 'state', 'steps_done', 'steps_all', 'lease_until'],
  sample_part: ['kind', 'id'],
  trusted_clock: ['id', 'at', 'confirmations', 'after_gap', 'source_disregarded'],
  service_contact: ['service', 'place', 'contact_at', 'error'],
  service_outage: ['service', 'since', 'until'],
  delivery_hold: ['domain', 'since', 'cause', 'reply', 'next_try_at', 'accepted_at'],
  job_result: ['id', 'job', 'first_at', 'last_at', 'times', 'outcome', 'count', 'error'],
  planned_run: ['job', 'at'],
  hook_message: [
    'id',
    'dedupe_key',
    'kind',
    'count',
    'due',
    'path',
    'created_at',
    'not_before',
    'attempts',
    'ended_at',
    'fault',
  ],
}
