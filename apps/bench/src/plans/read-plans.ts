/** How one execution of a statement read the database. */
export interface ExecutedPlan {
  readonly statement: string
  readonly milliseconds: number
  /** Pages of 8 KB that it touched, in memory or on disk. */
  readonly pages: number
  /** `Index Scan invitation_pkey`, `Seq Scan wave`: each way into a table or index that was taken. */
  readonly scans: readonly string[]
}

/** A node of `EXPLAIN (FORMAT JSON)`. */
interface PlanNode {
  readonly 'Node Type': string
  readonly 'Actual Loops'?: number
  readonly 'Relation Name'?: string
  readonly 'Index Name'?: string
  readonly 'Shared Hit Blocks'?: number
  readonly 'Shared Read Blocks'?: number
  readonly Plans?: readonly PlanNode[]
}

interface LoggedPlan {
  readonly 'Query Text': string
  readonly Plan: PlanNode
}

const ENTRY = /^\S+ \S+ \S+ \[\d+\] LOG: {2}duration: ([\d.]+) ms {2}plan:\n((?:\t.*\n)+)/gm

/** The plans that `auto_explain` wrote as JSON into a server's log. */
export const readPlans = (log: string): readonly ExecutedPlan[] =>
  [...log.matchAll(ENTRY)].map(([, milliseconds, json = '']) => {
    const { 'Query Text': statement, Plan: plan }: LoggedPlan = JSON.parse(json.replaceAll('\n\t', '\n'))
    return {
      statement: statement.replace(/\s+/g, ' ').trim(),
      milliseconds: Number(milliseconds),
      pages: (plan['Shared Hit Blocks'] ?? 0) + (plan['Shared Read Blocks'] ?? 0),
      scans: [...new Set(scansOf(plan))],
    }
  })

function scansOf(node: PlanNode): readonly string[] {
  if (node['Actual Loops'] === 0) return []
  const { 'Node Type': type, 'Relation Name': table, 'Index Name': index, Plans: parts = [] } = node
  const own = type.endsWith('Scan') && (index ?? table) !== undefined ? [`${type} ${index ?? table}`] : []
  return [...own, ...parts.flatMap(scansOf)]
}
