import { expect, it } from 'vitest'
import { readPlans } from './read-plans.ts'

const LOG = `2026-01-05 02:00:00.000 UTC [71] LOG:  checkpoint complete
2026-01-05 02:00:00.120 UTC [72] LOG:  duration: 1.250 ms  plan:
\t{
\t  "Query Text": "SELECT *\\n  FROM invitation",
\t  "Plan": {
\t    "Node Type": "Nested Loop",
\t    "Shared Hit Blocks": 9,
\t    "Shared Read Blocks": 2,
\t    "Plans": [
\t      { "Node Type": "Index Scan", "Relation Name": "invitation", "Index Name": "invitation_pkey" },
\t      { "Node Type": "Seq Scan", "Relation Name": "wave" },
\t      { "Node Type": "Seq Scan", "Relation Name": "wave" },
\t      { "Node Type": "Seq Scan", "Relation Name": "letter", "Actual Loops": 0 }
\t    ]
\t  }
\t}
2026-01-05 02:00:00.130 UTC [72] ERROR:  something else
`

it('reads statement, time, pages and scans of each logged plan, without those that were never executed', () => {
  expect(readPlans(LOG)).toEqual([
    {
      statement: 'SELECT * FROM invitation',
      milliseconds: 1.25,
      pages: 11,
      scans: ['Index Scan invitation_pkey', 'Seq Scan wave'],
    },
  ])
})
