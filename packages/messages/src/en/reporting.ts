import { goal } from './reporting/goal.ts'
import { keys } from './reporting/keys.ts'
import { measures } from './reporting/measures.ts'
import { access, people } from './reporting/people.ts'
import { policies } from './reporting/policies.ts'
import { programme } from './reporting/programme.ts'
import { registers } from './reporting/registers.ts'
import { requests } from './reporting/requests.ts'
import { scorecard } from './reporting/scorecard.ts'
import { faults, shell } from './reporting/shell.ts'
import { waves } from './reporting/waves.ts'

export const reporting = {
  shell,
  faults,
  scorecard,
  goal,
  waves,
  measures,
  policies,
  programme,
  registers,
  requests,
  people,
  access,
  keys,
}
