/** Columns without personal data of actions, meetings and the audit log, by table. */
export const IMPERSONAL_OVERSIGHT_COLUMNS: Readonly<Record<string, readonly string[]>> = {
  audit_entry: ['id', 'number', 'hash'],
  audit_chain: ['id', 'anchor_number', 'anchor_hash', 'head_number', 'head_hash', 'verified_at', 'fault'],
  remedy: ['id', 'period', 'goal', 'note', 'action', 'owner', 'due_on', 'effect', 'decided_at'],
  agreed_action: ['id', 'period', 'origin', 'origin_id', 'text', 'owner', 'due_on', 'effect', 'agreed_at', 'revision'],
  meeting: ['id', 'planned_on', 'held_on', 'agenda', 'notes', 'next_on', 'planned_at', 'finished_at', 'revision'],
  meeting_attendee: ['meeting_id', 'number'],
  meeting_decision: ['id', 'meeting_id', 'number', 'text', 'action_id', 'owner', 'due_on', 'effect'],
  remedy_change: ['remedy_id', 'number', 'note', 'action', 'due_on', 'effect', 'changed_at'],
  executive_decision: ['period', 'goal', 'choice', 'decided_at'],
  action_outcome: ['action_id', 'state', 'text', 'recorded_at'],
}
