import type { Query } from '../query/query.ts'

const TRIGGERS = ['rule_change_update_refused', 'rule_change_delete_refused']

/** Lets decided changes of the rules be changed and deleted, which the database refuses. */
export async function allowRuleChanges({ run }: Query): Promise<void> {
  for (const trigger of TRIGGERS)
    await run(({ engine }) => `DROP TRIGGER ${trigger}${engine === 'postgresql' ? ' ON rule_change' : ''}`)
}
