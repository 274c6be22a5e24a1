import type { ApprovalKind } from '@wayproof/accounts/approvals/approval'
import { appointmentAct } from '../accounts/appointment-act.ts'
import { factorRuleAct } from '../accounts/factor-rule.ts'
import { roleLossAct } from '../accounts/lose-role.ts'
import { factorResetAct } from '../accounts/reset-second-factor.ts'
import { ruleChangeAct } from '../closing/rule-change-act.ts'
import { languageAct } from '../languages/language-act.ts'
import { policyTextAct } from '../policies/policy-text-act.ts'
import { questionnaireAct } from '../questionnaires/questionnaire-act.ts'
import { organizationAct } from '../settings/organization-act.ts'
import { closingDateAct } from '../survey/closing-date-act.ts'
import { automaticOpeningAct, openingAct } from '../survey/opening-act.ts'
import { smallestWaveAct } from '../survey/smallest-wave-act.ts'
import type { ApprovalAct } from './approval-act.ts'

/** How each kind of change is carried out once it is approved. */
export const CARRIED_OUT: Readonly<Record<ApprovalKind, ApprovalAct>> = {
  'rule-change': ruleChangeAct,
  questionnaire: questionnaireAct,
  language: languageAct,
  'closing-date': closingDateAct,
  appointment: appointmentAct,
  'role-loss': roleLossAct,
  'second-factor-reset': factorResetAct,
  'second-factor-rule': factorRuleAct,
  organization: organizationAct,
  'policy-text': policyTextAct,
  'wave-opening': openingAct,
  'automatic-opening': automaticOpeningAct,
  'smallest-wave': smallestWaveAct,
}
